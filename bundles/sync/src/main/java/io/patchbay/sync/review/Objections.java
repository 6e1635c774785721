package io.patchbay.sync.review;

import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what rules object to in one thing, each rule once, but for those that are turned off. */
final class Objections {
    private final Set<Code> off;
    private final List<Objection> found = new ArrayList<>();

    Objections(Set<Code> off) {
        this.off = off;
    }

    void add(Code code, String detail) {
        if (!off.contains(code) && found.stream().noneMatch(objection -> objection.code() == code)) {
            found.add(new Objection(code, detail));
        }
    }

    List<Objection> found() {
        return List.copyOf(found);
    }
}
