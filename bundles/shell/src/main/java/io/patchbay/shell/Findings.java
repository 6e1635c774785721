package io.patchbay.shell;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps what a provider reads out of a snapshot, in its order. */
final class Findings implements UpdateSink {
    private final List<Update> updates = new ArrayList<>();
    private final List<String> advisories = new ArrayList<>();
    private final Set<UpdateId> ids = new HashSet<>();

    @Override
    public void accept(Update update) throws FeedException {
        if (!ids.add(update.id())) {
            throw new FeedException(
                    "the provider",
                    update.id().toString(),
                    "two updates have this id; the second is "
                            + update.description().title());
        }
        updates.add(update);
    }

    @Override
    public void accept(Advisory advisory) throws FeedException {
        if (advisories.contains(advisory.id())) {
            throw new FeedException("the provider", advisory.id(), "two advisories have this id");
        }
        advisories.add(advisory.id());
    }

    List<Update> updates() {
        return List.copyOf(updates);
    }

    /** The ids of the advisories. */
    List<String> advisories() {
        return List.copyOf(advisories);
    }

    /** A provider that finds nothing has failed, as in a sync. */
    void requireAny(String snapshot) throws CommandException {
        if (updates.isEmpty() && advisories.isEmpty()) {
            throw new CommandException("try: the provider finds nothing in " + snapshot + ", and does not say why");
        }
    }
}
