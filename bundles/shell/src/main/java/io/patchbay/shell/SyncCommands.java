package io.patchbay.shell;

import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Run;
import io.patchbay.sync.Sync;
import io.patchbay.sync.SyncMode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands about runs. */
@Component(service = {SyncCommands.class, Documented.class})
@GogoCommand(
        scope = "patchbay",
        function = {"sync", "stop", "status", "runs"})
public final class SyncCommands implements Documented {
    private static final Usage SYNC = Usage.of(
                    "sync",
                    "[PROVIDER...]",
                    "Syncs providers, all if none is named, and waits for the end. Of an engine with --feeds, all are those that have a folder there."
                            + RunEnd.LEGEND)
            .with("--force", "", "parse the documents even if they did not change")
            .with("--no-wait", "", "start and return at once");
    private static final Usage STOP = Usage.of(
            "stop",
            "[PROVIDER...]",
            "Stops runs, all if no provider is named; the catalogue stays as it is." + RunEnd.LEGEND);
    private static final Usage STATUS = Usage.of(
                    "status",
                    "",
                    "Shows for each provider how its last run ended, when one last succeeded, how fresh its feeds are, and how much is held."
                            + " ENTRIES counts what the catalogue has of it: updates, superseded ones included, categories, detectoids and"
                            + " advisories, but nothing that is withdrawn or expired.")
            .with("--check", "", "for monitoring: fail if a last run failed, a feed is an alarm or something is held");
    private static final Usage RUNS = Usage.of(
                    "runs", "[PROVIDER...]", "Lists the last runs, newest first." + RunEnd.LEGEND)
            .with("--limit", "N", "how many (default 20)");

    private final Sync sync;
    private final KnownNames names;

    /** Works on this engine. */
    @Activate
    public SyncCommands(@Reference Sync sync, @Reference KnownNames names) {
        this.sync = sync;
        this.names = names;
    }

    @Override
    public List<Usage> usages() {
        return List.of(SYNC, STOP, STATUS, RUNS);
    }

    /** {@code patchbay:sync}. */
    @Descriptor("syncs providers, all if none is named")
    public void sync(String... words) throws CommandException {
        Command.run(SYNC, words, (arguments, out) -> {
            SyncMode mode = arguments.has("--force") ? SyncMode.ALWAYS : SyncMode.IF_CHANGED;
            List<Run> started = sync.start(arguments.operands(), mode, Operator.current());
            if (started.isEmpty()) {
                throw new CommandException("sync: no provider is running");
            }
            RunEnd.finish(sync, arguments, started, out);
        });
    }

    /** {@code patchbay:stop}. */
    @Descriptor("stops runs, all if no provider is named")
    public void stop(String... words) throws CommandException {
        Command.run(
                STOP,
                words,
                (arguments, out) ->
                        RunEnd.print(arguments, sync.stop(names.providers(arguments), Operator.current()), out));
    }

    /** {@code patchbay:runs}. */
    @Descriptor("lists the last runs, newest first")
    public void runs(String... words) throws CommandException {
        Command.run(RUNS, words, (arguments, out) -> {
            List<String> providers = names.providers(arguments);
            List<Run> runs = sync.runs(Integer.MAX_VALUE).stream()
                    .filter(run -> providers.isEmpty() || providers.contains(run.provider()))
                    .limit(arguments.number("--limit", 20, 1))
                    .toList();
            RunEnd.print(arguments, runs, out);
        });
    }

    /** {@code patchbay:status}. */
    @Descriptor("shows how each provider is doing")
    public void status(String... words) throws CommandException {
        Command.run(STATUS, words, (arguments, out) -> {
            List<Health> all = Health.of(sync);
            if (arguments.has("--json")) {
                Json.print(out, all.stream().map(Health::fields).toList());
            } else {
                print(all, out);
            }
            if (arguments.has("--check")) {
                requireNoTrouble(all);
            }
        });
    }

    private static void print(List<Health> all, PrintStream out) {
        Table table = new Table(
                "PROVIDER", "STATE", "FEEDS", "ENTRIES", "HELD", "LAST RUN", "ENDED", "LAST SUCCESS", "REASON");
        for (Health health : all) {
            ProviderStatus p = health.status();
            table.row(
                    p.id(),
                    ProviderCommands.presence(p),
                    ProviderCommands.feeds(p),
                    p.live(),
                    health.held() == 0 ? "" : health.held(),
                    p.last() == null ? "never" : p.last().state(),
                    time(p.last() == null ? null : p.last().ended()),
                    time(p.lastSuccess()),
                    reason(p));
        }
        table.print(out);
    }

    private static void requireNoTrouble(List<Health> all) throws CommandException {
        String troubles =
                all.stream().flatMap(health -> health.troubles().stream()).collect(Collectors.joining("; "));
        if (!troubles.isEmpty()) {
            throw new CommandException("status: " + Table.visible(troubles));
        }
    }

    private static String reason(ProviderStatus status) {
        Run last = status.last();
        return last == null ? "" : last.hasEnded() ? last.reason() : RunEnd.activity(last);
    }

    static String time(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
