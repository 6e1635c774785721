package io.patchbay.shell;

import io.patchbay.audit.AuditLog;
import io.patchbay.audit.AuditRecord;
import io.patchbay.audit.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The command about the audit log. */
@Component(service = {AuditCommands.class, Documented.class})
@GogoCommand(
        scope = "patchbay",
        function = {"audit"})
public final class AuditCommands implements Documented {
    private static final List<String> ACTIONS = List.of(
            "begin",
            "commit",
            "configure",
            "forget",
            "hold",
            "install",
            "reject",
            "release",
            "run",
            "start",
            "stop",
            "unconfigure",
            "uninstall",
            "update");
    private static final Pattern ANY_ACTION = Pattern.compile(String.join("|", ACTIONS));
    private static final Usage AUDIT = Usage.of(
                    "audit",
                    "[verify]",
                    "Lists what was done, by whom, newest first; or checks that nobody altered the log.")
            .with("--action", "ACTION", "only this: " + String.join(", ", ACTIONS))
            .with("--object", "OBJECT", "only what was done to this provider, bundle or configuration")
            .with("--provider", "PROVIDER", "only what concerns this provider")
            .with("--limit", "N", "how many (default 20)");

    private final AuditLog log;

    /** Tells of this log. */
    @Activate
    public AuditCommands(@Reference AuditLog log) {
        this.log = log;
    }

    @Override
    public List<Usage> usages() {
        return List.of(AUDIT);
    }

    /** {@code patchbay:audit}. */
    @Descriptor("lists what was done, or checks that nobody altered the log")
    public void audit(String... words) throws CommandException {
        Command.run(AUDIT, words, (arguments, out) -> {
            if (arguments.operands().isEmpty()) {
                list(arguments, out);
            } else if (arguments.operands().equals(List.of("verify"))) {
                verify(arguments, out);
            } else {
                throw new CommandException(
                        "audit: what is \"" + String.join(" ", arguments.operands()) + "\"? See audit --help");
            }
        });
    }

    private void list(Arguments arguments, PrintStream out) throws CommandException, IOException {
        Optional<String> action = arguments.text("--action", ANY_ACTION, "one of " + String.join(", ", ACTIONS));
        Predicate<AuditRecord> wanted =
                record -> action.map(record.action()::equals).orElse(true)
                        && is(arguments, "--object", record.object())
                        && arguments.text("--provider").map(record::concerns).orElse(true);
        List<AuditRecord> records = log.newest(arguments.number("--limit", 20, 1), wanted);
        if (arguments.has("--json")) {
            Json.print(out, records.stream().map(AuditCommands::fields).toList());
            return;
        }
        Table table = new Table("RECORD", "TIME", "ACTOR", "ACTION", "OBJECT", "DETAILS");
        records.forEach(record -> table.row(
                record.number(),
                SyncCommands.time(record.time()),
                record.actor(),
                record.action(),
                record.object(),
                details(record)));
        table.print(out);
    }

    private static boolean is(Arguments arguments, String option, String value) {
        return arguments.text(option).map(value::equals).orElse(true);
    }

    private static String details(AuditRecord record) {
        return record.details().entrySet().stream()
                .filter(detail -> !detail.getValue().isEmpty())
                .map(detail -> detail.getKey() + '=' + detail.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> fields(AuditRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("number", record.number());
        fields.put("time", record.time());
        fields.put("actor", record.actor());
        fields.put("action", record.action());
        fields.put("object", record.object());
        fields.put("details", record.details());
        fields.put("previous", record.previous());
        return fields;
    }

    private void verify(Arguments arguments, PrintStream out) throws CommandException, IOException {
        Verification found = log.verify();
        if (arguments.has("--json")) {
            Json.print(out, fields(found));
        } else if (found.isIntact()) {
            out.println(found.records() + " records are as they were written; the head is " + found.head());
        }
        if (found.flaw().isPresent()) {
            throw new CommandException("audit: the log was altered: "
                    + found.flaw().get() + "; the " + found.records() + " records before it are as they were written");
        }
    }

    private static Map<String, @Nullable Object> fields(Verification found) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("intact", found.isIntact());
        fields.put("records", found.records());
        fields.put("head", found.head());
        fields.put("unacknowledged", found.unacknowledged());
        fields.put("file", found.flaw().map(Verification.Flaw::file).orElse(null));
        fields.put("line", found.flaw().map(Verification.Flaw::line).orElse(null));
        fields.put("reason", found.flaw().map(Verification.Flaw::reason).orElse(null));
        return fields;
    }
}
