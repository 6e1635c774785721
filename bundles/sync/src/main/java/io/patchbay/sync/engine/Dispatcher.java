package io.patchbay.sync.engine;

import io.patchbay.sync.SyncMode;
import io.patchbay.sync.engine.RunCourse.Outcome;
import java.util.List;

/** Sends providers on their runs, and ends those whose provider goes. */
final class Dispatcher {
    private static final long UNPLUG_SECONDS = 2;

    private final PatchPanel panel;
    private final Runner runner;
    private final RunCourse course;
    private final Filters filters;
    private final FeedWatch feeds;

    Dispatcher(PatchPanel panel, Runner runner, RunCourse course, Filters filters, FeedWatch feeds) {
        this.panel = panel;
        this.runner = runner;
        this.course = course;
        this.filters = filters;
        this.feeds = feeds;
    }

    /** Begins to sync, unless a run of this provider is under way, which is given then. */
    ActiveRun sync(Plugged plugged, SyncMode mode, String actor) {
        return begin(plugged, actor, run -> {
            Outcome outcome = course.sync(run, mode, filters.of(run.provider()));
            feeds.read(run);
            return outcome;
        });
    }

    /** The same with a snapshot of which something was released. */
    ActiveRun again(Plugged plugged, String snapshot, String actor) {
        return begin(plugged, actor, run -> course.again(run, snapshot));
    }

    /** A provider that went just before its run began could not stop it by going. */
    private ActiveRun begin(Plugged plugged, String actor, Runner.Work work) {
        ActiveRun run = runner.begin(plugged, actor, work);
        if (!panel.has(run.plugged())) {
            stop(run);
        }
        return run;
    }

    /** The classes of a provider may be gone once this returns, so nothing of it runs on. */
    void stop(Plugged gone) {
        runner.underWay(gone.id()).filter(run -> run.plugged().equals(gone)).ifPresent(this::stop);
    }

    private void stop(ActiveRun run) {
        runner.stop(List.of(run), "its provider went", UNPLUG_SECONDS);
    }
}
