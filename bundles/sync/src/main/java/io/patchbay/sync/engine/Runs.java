package io.patchbay.sync.engine;

import static java.util.Comparator.comparing;

import io.patchbay.sync.Run;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs under way and runs that ended, as one history. */
final class Runs {
    private final Runner runner;
    private final RunLog log;

    Runs(Runner runner, RunLog log) {
        this.runner = runner;
        this.log = log;
    }

    /** The run of this number as it is now. */
    Optional<Run> find(long number) {
        return underWay(number).map(ActiveRun::shown).or(() -> log.run(number));
    }

    private Optional<ActiveRun> underWay(long number) {
        return runner.underWay().stream()
                .filter(run -> run.shown().number() == number)
                .findFirst();
    }

    /** Waits until a run has ended, but not longer than this. */
    Run await(long number, Duration patience) throws InterruptedException {
        Optional<ActiveRun> underWay = underWay(number);
        if (underWay.isPresent()) {
            underWay.get().await(patience.toNanos());
            return underWay.get().shown();
        }
        return log.run(number).orElseThrow(() -> new IllegalArgumentException("no run " + number));
    }

    /** The last runs, newest first. */
    List<Run> newest(int limit) {
        List<Run> underWay = runner.underWay().stream().map(ActiveRun::shown).toList();
        return Stream.concat(underWay.stream(), log.newest(limit).stream())
                .sorted(comparing(Run::number).reversed())
                .limit(limit)
                .toList();
    }

    /** The last run of a provider; null if there was none. */
    @Nullable
    Run last(String provider) {
        return runner.underWay(provider)
                .map(ActiveRun::shown)
                .or(() -> log.last(provider))
                .orElse(null);
    }
}
