package io.patchbay.shell;

import io.patchbay.sync.Run;
import io.patchbay.sync.Sync;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Waits for runs and prints how they ended. */
final class RunEnd {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** For the help of every command that prints runs. */
    static final String LEGEND =
            " CHANGES counts the updates that were added (+), changed (~), superseded (^), rated by advisories (!) and withdrawn (-).";

    private RunEnd() {}

    static void finish(Sync sync, Arguments arguments, List<Run> started, PrintStream out)
            throws CommandException, InterruptedException {
        List<Run> runs = arguments.has("--no-wait") ? started : await(sync, started);
        print(arguments, runs, out);
        String bad = runs.stream()
                .filter(run -> run.hasEnded() && !run.succeeded())
                .map(run -> run.provider() + ' ' + UpdateFields.word(run.state()) + " (" + run.reason() + ")")
                .collect(Collectors.joining("; "));
        if (!bad.isEmpty()) {
            throw new CommandException(arguments.usage().command() + ": " + Table.visible(bad));
        }
    }

    private static List<Run> await(Sync sync, List<Run> started) throws InterruptedException {
        List<Run> ended = new ArrayList<>();
        for (Run run : started) {
            ended.add(await(sync, run));
        }
        return ended;
    }

    /** Tells on standard error how far a long run is, so that standard output stays what was asked for. */
    private static Run await(Sync sync, Run started) throws InterruptedException {
        Run run = sync.await(started.number(), PATIENCE);
        while (!run.hasEnded()) {
            System.err.println(Table.visible(run.provider() + ": " + activity(run)));
            run = sync.await(run.number(), PATIENCE);
        }
        return run;
    }

    static void print(Arguments arguments, List<Run> runs, PrintStream out) {
        if (arguments.has("--json")) {
            Json.print(out, runs.stream().map(RunFields::of).toList());
            return;
        }
        Table table = new Table("RUN", "PROVIDER", "RESULT", "ENDED", "READ", "CHANGES", "GENERATION", "REASON");
        runs.forEach(run -> table.row(
                run.number(),
                run.provider(),
                run.state(),
                SyncCommands.time(run.ended()),
                run.updates() == 0 ? "" : run.updates(),
                changes(run),
                run.generation() == 0 ? "" : run.generation(),
                run.hasEnded() ? run.reason() : activity(run)));
        table.print(out);
    }

    private static String changes(Run run) {
        if (run.changes() == null || run.changes().isEmpty()) {
            return "";
        }
        return "+" + run.changes().added() + " ~" + run.changes().changed() + " ^"
                + run.changes().superseded() + " !" + run.changes().rated() + " -"
                + run.changes().withdrawn();
    }

    static String activity(Run run) {
        String of = run.total() > 0 ? " of " + run.total() : "";
        return run.done() > 0 ? run.activity() + ": " + run.done() + of : run.activity();
    }
}
