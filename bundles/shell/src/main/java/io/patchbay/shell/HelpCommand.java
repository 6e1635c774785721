package io.patchbay.shell;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The command that tells of the others. The framework's own knows only those that are methods. */
@Component(service = HelpCommand.class)
@GogoCommand(scope = "patchbay", function = "help")
public final class HelpCommand {
    private static final Usage HELP =
            Usage.of("help", "[COMMAND]", "Lists the commands of Patchbay, or shows what one of them accepts.");

    /** Whoever brings commands, now. */
    @Reference(policy = ReferencePolicy.DYNAMIC)
    volatile List<Documented> commands = List.of();

    /** {@code patchbay:help}. */
    @Descriptor("lists the commands of Patchbay")
    public void help(String... words) throws CommandException {
        Command.run(HELP, words, (arguments, out) -> {
            List<Usage> all = all();
            if (!arguments.operands().isEmpty()) {
                out.println(named(arguments.onlyOperand("one command"), all).help());
            } else if (arguments.has("--json")) {
                Json.print(out, all.stream().map(HelpCommand::fields).toList());
            } else {
                print(all, out);
            }
        });
    }

    private List<Usage> all() {
        return Stream.concat(Stream.of(HELP), commands.stream().flatMap(some -> some.usages().stream()))
                .sorted(Comparator.comparing(Usage::command))
                .toList();
    }

    private static Usage named(String name, List<Usage> all) throws CommandException {
        String command = name.startsWith("patchbay:") ? name.substring("patchbay:".length()) : name;
        return all.stream()
                .filter(usage -> usage.command().equals(command))
                .findFirst()
                .orElseThrow(() -> new CommandException("help: there is no command " + name + "; see patchbay:help"));
    }

    private static void print(List<Usage> all, PrintStream out) {
        Table table = new Table("COMMAND", "DOES");
        all.forEach(usage -> table.row(usage.line(), usage.summary()));
        table.print(out);
        out.println("Each answers --help. felix:help lists the commands of the framework.");
    }

    private static Map<String, Object> fields(Usage usage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", usage.command());
        fields.put("operands", usage.operands());
        fields.put("purpose", usage.purpose());
        fields.put("options", List.copyOf(usage.options().keySet()));
        return fields;
    }
}
