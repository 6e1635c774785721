package io.patchbay.sync.review;

import io.patchbay.model.Line;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.Version;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the lines of a full snapshot with those that are live. Remembers of each line the newest release only. */
final class LineRules {
    private final Baseline baseline;
    private final Set<Code> off;
    private final Map<Line, Newest> lines = new HashMap<>();

    /**
     * The newest release of a line in the snapshot.
     *
     * @param known whether the provider gave it before
     */
    private record Newest(UpdateId id, Version version, boolean known) {}

    /**
     * Releases that are gone, where the snapshot goes back to one that was given before.
     *
     * @param updates how many updates they have, which are their packages
     * @param releases how many releases that are
     */
    record TakenBack(int updates, int releases) {}

    LineRules(Baseline baseline, Set<Code> off) {
        this.baseline = baseline;
        this.off = off;
    }

    void see(Update update, boolean known) {
        Line line = update.release().line();
        Version version = update.release().version();
        if (line != null && version != null) {
            Newest newest = new Newest(update.id(), version, known);
            lines.merge(line, newest, (old, other) -> other.version().isNewerThan(old.version()) ? other : old);
        }
    }

    /** What the rules object to, by the update that is to be held; a line that is missing is held by its live release. */
    Map<UpdateId, List<Objection>> check() {
        Map<UpdateId, List<Objection>> found = new LinkedHashMap<>();
        for (Line line : baseline.lines()) {
            Newest newest = lines.get(line);
            baseline.current(line).ifPresent(current -> {
                Objections objections = new Objections(off);
                if (newest == null) {
                    checkMissing(line, objections);
                } else {
                    checkOrder(newest, current, objections);
                }
                if (!objections.found().isEmpty()) {
                    found.computeIfAbsent(newest == null ? current.id() : newest.id(), id -> new ArrayList<>())
                            .addAll(objections.found());
                }
            });
        }
        return found;
    }

    /** What is taken back, but for the lines that stay as they are because their newest update in the snapshot is held. */
    TakenBack takenBack(Set<UpdateId> held) {
        int updates = 0;
        Set<List<String>> releases = new HashSet<>();
        for (Line line : baseline.lines()) {
            Newest newest = lines.get(line);
            Version live = baseline.current(line)
                    .map(update -> update.release().version())
                    .orElse(null);
            if (newest != null && live != null && live.isNewerThan(newest.version()) && !held.contains(newest.id())) {
                updates++;
                releases.add(List.of(line.product(), line.channel(), live.canonical()));
            }
        }
        return new TakenBack(updates, releases.size());
    }

    /** Whoever goes back to a release that it gave before withdraws the later one; nobody releases an older one anew. */
    private static void checkOrder(Newest newest, Update current, Objections objections) {
        Version live = current.release().version();
        if (live != null && live.isNewerThan(newest.version()) && !newest.known()) {
            String versions = newest.version().display() + " after " + live.display();
            objections.add(Code.VERSION_BACKWARDS, "version " + versions);
        }
    }

    /** A line may end; but a page that is cut short loses some processors or packages of a release and keeps others. */
    private void checkMissing(Line line, Objections objections) {
        if (lines.keySet().stream().anyMatch(other -> isSister(line, other))) {
            objections.add(Code.FEWER_ITEMS_THAN_BASELINE, "nothing is left of " + line + ", and others of it are");
        }
    }

    private static boolean isSister(Line line, Line other) {
        return line.product().equals(other.product()) && line.channel().equals(other.channel());
    }
}
