package io.patchbay.testkit;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.UpdateSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The updates of a snapshot, those among them that are as they were in the one before. */
final class Amended implements UpdateSink {
    private final Map<UpdateId, Update> before;
    private final List<Update> all = new ArrayList<>();

    Amended(List<Update> before) {
        this.before = before.stream().collect(Collectors.toMap(Update::id, Function.identity()));
    }

    @Override
    public void accept(Update update) {
        all.add(update);
    }

    @Override
    public void unchanged(UpdateId id) {
        Update update = before.get(id);
        if (update == null) {
            throw new AssertionError("update " + id + " is said to be unchanged, but the snapshot before has none");
        }
        all.add(update);
    }

    List<Update> all() {
        return all;
    }
}
