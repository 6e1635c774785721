package io.patchbay.sync.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the runs of which nothing is heard any more, by looking at them again and again. For one thread. */
final class Stalls {
    /** What was heard of a run, and how many looks in a row. */
    private record Look(long signs, int times) {}

    private final Map<ActiveRun, Look> last = new HashMap<>();

    /** Looks at the runs that are under way, and finds those that are the same after so many looks; those that wait for their turn have nothing to say. */
    List<ActiveRun> look(Collection<ActiveRun> underWay, int patience) {
        last.keySet().retainAll(underWay);
        underWay.stream().filter(run -> !run.waits()).forEach(this::look);
        return underWay.stream().filter(run -> isStalled(run, patience)).toList();
    }

    private void look(ActiveRun run) {
        Look before = last.get(run);
        long now = run.signs();
        int times = before == null || before.signs() != now ? 0 : before.times() + 1;
        last.put(run, new Look(now, times));
    }

    private boolean isStalled(ActiveRun run, int patience) {
        Look look = last.get(run);
        return look != null && look.times() >= patience;
    }
}
