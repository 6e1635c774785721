package io.patchbay.shell;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.sync.Decided;
import io.patchbay.sync.Decision;
import io.patchbay.sync.Difference;
import io.patchbay.sync.Held;
import io.patchbay.sync.Sync;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands about what is held and waits for an operator. */
@Component(service = {HeldCommands.class, Documented.class})
@GogoCommand(
        scope = "patchbay",
        function = {"held", "diff", "release", "reject", "decisions", "forget"})
public final class HeldCommands implements Documented {
    private static final String WHY = "why, in a few words, for the record; needed";

    private static final Usage HELD =
            Usage.of("held", "[PROVIDER...]", "Lists what was read and not published, and why.");
    private static final Usage DIFF = Usage.of(
            "diff",
            "PROVIDER ID",
            "Shows what is held of an update against what is live: lines with - are live, lines with + are held.");
    private static final Usage RELEASE = Usage.of(
                    "release",
                    "PROVIDER [ID]",
                    "Publishes what is held of a provider, or one update of it, as it was held." + RunEnd.LEGEND)
            .with("--reason", "TEXT", WHY);
    private static final Usage REJECT = Usage.of(
                    "reject",
                    "PROVIDER [ID]",
                    "Drops what is held of a provider, or one update of it; the same content is left out from then on.")
            .with("--reason", "TEXT", WHY);

    private static final Usage DECISIONS = Usage.of(
            "decisions",
            "[PROVIDER...]",
            "Lists what was released and rejected and still counts, newest first. patchbay:audit tells who it was.");
    private static final Usage FORGET = Usage.of(
                    "forget",
                    "PROVIDER [ID]",
                    "Takes back what was decided about a provider, or about one update of it. When that content is read again, it is held as"
                            + " if it were new; what was published stays so.")
            .with("--reason", "TEXT", WHY);

    private final Sync sync;
    private final KnownNames names;

    /** Works on this engine. */
    @Activate
    public HeldCommands(@Reference Sync sync, @Reference KnownNames names) {
        this.sync = sync;
        this.names = names;
    }

    @Override
    public List<Usage> usages() {
        return List.of(HELD, DIFF, RELEASE, REJECT, DECISIONS, FORGET);
    }

    /** {@code patchbay:held}. */
    @Descriptor("lists what was read and not published, and why")
    public void held(String... words) throws CommandException {
        Command.run(HELD, words, (arguments, out) -> {
            List<String> providers = names.providers(arguments);
            List<Held> chosen = sync.held().stream()
                    .filter(held -> providers.isEmpty() || providers.contains(held.provider()))
                    .toList();
            print(arguments, chosen, out);
        });
    }

    private static void print(Arguments arguments, List<Held> all, PrintStream out) {
        if (arguments.has("--json")) {
            Json.print(out, all.stream().map(RunFields::of).toList());
            return;
        }
        Table table = new Table("PROVIDER", "SINCE", "ID", "TITLE", "SNAPSHOT", "REASON");
        all.forEach(held -> table.row(
                held.provider(),
                SyncCommands.time(held.since()),
                held.update() == null ? "the whole run" : held.update(),
                held.title(),
                held.snapshot(),
                held.reason()));
        table.print(out);
    }

    /** {@code patchbay:diff}. */
    @Descriptor("shows what is held of an update against what is live")
    public void diff(String... words) throws CommandException {
        Command.run(DIFF, words, (arguments, out) -> {
            UpdateId update = update(arguments);
            if (update == null) {
                throw new CommandException("diff: give a provider and an update's id; see diff --help");
            }
            Difference difference = difference(arguments.operands().get(0), update);
            List<DiffLine> lines = DiffLine.of(difference);
            if (arguments.has("--json")) {
                Json.print(out, lines.stream().map(DiffLine::fields).toList());
            } else {
                lines.forEach(line -> out.println(line.text()));
            }
        });
    }

    private Difference difference(String provider, UpdateId update) throws CommandException, IOException {
        try {
            return sync.difference(provider, update);
        } catch (FeedException e) {
            throw new CommandException("diff: the held snapshot cannot be read any more: " + e.getMessage());
        }
    }

    /** {@code patchbay:release}. */
    @Descriptor("publishes what is held of a provider")
    public void release(String... words) throws CommandException {
        Command.run(RELEASE, words, (arguments, out) -> {
            UpdateId update = update(arguments);
            Decision decision = decision(arguments);
            RunEnd.finish(sync, arguments, List.of(sync.release(provider(arguments), update, decision)), out);
        });
    }

    /** {@code patchbay:reject}. */
    @Descriptor("drops what is held of a provider")
    public void reject(String... words) throws CommandException {
        Command.run(REJECT, words, (arguments, out) -> {
            UpdateId update = update(arguments);
            Decision decision = decision(arguments);
            print(arguments, sync.reject(provider(arguments), update, decision), out);
        });
    }

    /** {@code patchbay:decisions}. */
    @Descriptor("lists what was released and rejected")
    public void decisions(String... words) throws CommandException {
        Command.run(DECISIONS, words, (arguments, out) -> {
            List<String> providers = names.providers(arguments);
            List<Decided> chosen = sync.decisions().stream()
                    .filter(decided -> providers.isEmpty() || providers.contains(decided.provider()))
                    .toList();
            printDecided(arguments, chosen, out);
        });
    }

    /** {@code patchbay:forget}. */
    @Descriptor("takes back what was released or rejected")
    public void forget(String... words) throws CommandException {
        Command.run(FORGET, words, (arguments, out) -> {
            UpdateId update = update(arguments);
            Decision decision = decision(arguments);
            printDecided(arguments, sync.forget(provider(arguments), update, decision), out);
        });
    }

    private static void printDecided(Arguments arguments, List<Decided> all, PrintStream out) {
        if (arguments.has("--json")) {
            Json.print(out, all.stream().map(RunFields::of).toList());
            return;
        }
        Table table = new Table("PROVIDER", "TIME", "DECIDED", "ID", "RULES", "REASON");
        all.forEach(decided -> table.row(
                decided.provider(),
                SyncCommands.time(decided.time()),
                decided.released() ? "released" : "rejected",
                decided.update() == null ? "the whole run" : decided.update(),
                decided.codes(),
                decided.reason()));
        table.print(out);
    }

    private static Decision decision(Arguments arguments) throws CommandException {
        String command = arguments.usage().command();
        return arguments
                .text("--reason")
                .filter(text -> !text.isBlank())
                .map(reason -> new Decision(Operator.current(), reason))
                .orElseThrow(() -> new CommandException(command + ": say why with --reason; it is put on record"));
    }

    private static String provider(Arguments arguments) {
        return arguments.operands().get(0);
    }

    /** The update that is named after the provider; null if none is. */
    private static @Nullable UpdateId update(Arguments arguments) throws CommandException {
        List<String> operands = arguments.operands();
        String command = arguments.usage().command();
        if (operands.isEmpty() || operands.size() > 2) {
            throw new CommandException(
                    command + ": give a provider, and an update's id if you mean one; see " + command + " --help");
        }
        return operands.size() == 1 ? null : arguments.parse(operands.get(1));
    }
}
