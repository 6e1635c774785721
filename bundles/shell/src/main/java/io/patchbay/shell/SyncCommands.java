package io.patchbay.shell;

import io.patchbay.sync.Held;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Run;
import io.patchbay.sync.Sync;
import io.patchbay.sync.SyncMode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands about runs. */
@Component(service = SyncCommands.class)
@GogoCommand(
        scope = "patchbay",
        function = {"sync", "stop", "status", "runs", "held", "release"})
public final class SyncCommands {
    private static final Usage SYNC = Usage.of(
                    "sync", "[PROVIDER...]", "Syncs providers, all if none is named, and waits for the end.")
            .with("--force", "", "parse the documents even if they did not change")
            .with("--no-wait", "", "start and return at once");
    private static final Usage STOP =
            Usage.of("stop", "[PROVIDER...]", "Stops runs, all if no provider is named; the catalogue stays as it is.");
    private static final Usage STATUS = Usage.of(
            "status",
            "",
            "Shows for each provider how its last run ended, when one last succeeded, how fresh its feeds are, and how many updates are offered.");
    private static final Usage RUNS = Usage.of("runs", "[PROVIDER...]", "Lists the last runs, newest first.")
            .with("--limit", "N", "how many (default 20)");
    private static final Usage HELD = Usage.of("held", "", "Lists what was read and waits for a release, and why.");
    private static final Usage RELEASE =
            Usage.of("release", "PROVIDER", "Commits what is held of a provider, as it was held.");

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Sync sync;

    /** Works on this engine. */
    @Activate
    public SyncCommands(@Reference Sync sync) {
        this.sync = sync;
    }

    /** {@code patchbay:sync}. */
    @Descriptor("syncs providers, all if none is named")
    public void sync(CommandSession session, String... words) throws CommandException {
        Command.run(session, SYNC, words, (arguments, out) -> {
            SyncMode mode = arguments.has("--force") ? SyncMode.ALWAYS : SyncMode.IF_CHANGED;
            List<Run> started = sync.start(arguments.operands(), mode);
            if (started.isEmpty()) {
                throw new CommandException("sync: no provider is running");
            }
            finish(arguments, started, out);
        });
    }

    /** {@code patchbay:release}. */
    @Descriptor("commits what is held of a provider")
    public void release(CommandSession session, String... words) throws CommandException {
        Command.run(
                session,
                RELEASE,
                words,
                (arguments, out) -> finish(arguments, List.of(sync.release(arguments.onlyOperand("a provider"))), out));
    }

    private void finish(Arguments arguments, List<Run> started, PrintStream out)
            throws CommandException, InterruptedException {
        List<Run> runs = arguments.has("--no-wait") ? started : await(started);
        print(arguments, runs, out);
        String bad = runs.stream()
                .filter(run -> run.hasEnded() && !run.succeeded())
                .map(run -> run.provider() + ' ' + UpdateFields.word(run.state()) + " (" + run.reason() + ")")
                .collect(Collectors.joining("; "));
        if (!bad.isEmpty()) {
            throw new CommandException(arguments.usage().command() + ": " + Table.visible(bad));
        }
    }

    private List<Run> await(List<Run> started) throws InterruptedException {
        List<Run> ended = new ArrayList<>();
        for (Run run : started) {
            ended.add(await(run));
        }
        return ended;
    }

    /** Tells on standard error how far a long run is, so that standard output stays what was asked for. */
    private Run await(Run started) throws InterruptedException {
        Run run = sync.await(started.number(), PATIENCE);
        while (!run.hasEnded()) {
            System.err.println(Table.visible(run.provider() + ": " + activity(run)));
            run = sync.await(run.number(), PATIENCE);
        }
        return run;
    }

    /** {@code patchbay:stop}. */
    @Descriptor("stops runs, all if no provider is named")
    public void stop(CommandSession session, String... words) throws CommandException {
        Command.run(session, STOP, words, (arguments, out) -> print(arguments, sync.stop(arguments.operands()), out));
    }

    /** {@code patchbay:runs}. */
    @Descriptor("lists the last runs, newest first")
    public void runs(CommandSession session, String... words) throws CommandException {
        Command.run(session, RUNS, words, (arguments, out) -> {
            List<String> providers = arguments.operands();
            List<Run> runs = sync.runs(Integer.MAX_VALUE).stream()
                    .filter(run -> providers.isEmpty() || providers.contains(run.provider()))
                    .limit(arguments.number("--limit", 20, 1))
                    .toList();
            print(arguments, runs, out);
        });
    }

    private static void print(Arguments arguments, List<Run> runs, PrintStream out) {
        if (arguments.has("--json")) {
            Json.print(out, runs.stream().map(RunFields::of).toList());
            return;
        }
        Table table = new Table("RUN", "PROVIDER", "RESULT", "ENDED", "UPDATES", "CHANGES", "GENERATION", "REASON");
        runs.forEach(run -> table.row(
                run.number(),
                run.provider(),
                run.state(),
                time(run.ended()),
                run.updates(),
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

    private static String activity(Run run) {
        String of = run.total() > 0 ? " of " + run.total() : "";
        return run.done() > 0 ? run.activity() + ": " + run.done() + of : run.activity();
    }

    /** {@code patchbay:status}. */
    @Descriptor("shows how each provider is doing")
    public void status(CommandSession session, String... words) throws CommandException {
        Command.run(session, STATUS, words, (arguments, out) -> {
            List<ProviderStatus> all = sync.providers();
            if (arguments.has("--json")) {
                Json.print(out, all.stream().map(RunFields::of).toList());
                return;
            }
            Table table =
                    new Table("PROVIDER", "STATE", "FEEDS", "UPDATES", "LAST RUN", "ENDED", "LAST SUCCESS", "REASON");
            all.forEach(p -> table.row(
                    p.id(),
                    ProviderCommands.presence(p),
                    ProviderCommands.feeds(p),
                    p.live(),
                    p.last() == null ? "never" : p.last().state(),
                    time(p.last() == null ? null : p.last().ended()),
                    time(p.lastSuccess()),
                    reason(p)));
            table.print(out);
        });
    }

    private static String reason(ProviderStatus status) {
        Run last = status.last();
        return last == null ? "" : last.hasEnded() ? last.reason() : activity(last);
    }

    /** {@code patchbay:held}. */
    @Descriptor("lists what waits for a release, and why")
    public void held(CommandSession session, String... words) throws CommandException {
        Command.run(session, HELD, words, (arguments, out) -> {
            List<Held> all = sync.held();
            if (arguments.has("--json")) {
                Json.print(out, all.stream().map(RunFields::of).toList());
                return;
            }
            Table table = new Table("PROVIDER", "SINCE", "SNAPSHOT", "CODE", "REASON");
            all.forEach(h -> table.row(h.provider(), time(h.since()), h.snapshot(), h.code(), h.reason()));
            table.print(out);
        });
    }

    static String time(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
