package io.patchbay.shell;

import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Supersession;
import io.patchbay.model.UpdateId;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands that tell who says what, where several providers speak of one update. */
@Component(service = {StatementCommands.class, Documented.class})
@GogoCommand(
        scope = "patchbay",
        function = {"supersedence", "conflicts"})
public final class StatementCommands implements Documented {
    private static final Usage SUPERSEDENCE = Usage.of(
            "supersedence",
            "ID",
            "Shows what replaces an update, up to what is current, what it replaces, and who says so.");
    private static final Usage CONFLICTS = Usage.of(
            "conflicts",
            "",
            "Lists what providers and advisories contradict each other in, and what is ignored because it closes a circle of supersedence.");

    private final Catalog catalog;

    /** Asks this catalogue. */
    @Activate
    public StatementCommands(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Usage> usages() {
        return List.of(SUPERSEDENCE, CONFLICTS);
    }

    /** {@code patchbay:supersedence}. */
    @Descriptor("shows what replaces an update, and who says so")
    public void supersedence(String... words) throws CommandException {
        Command.run(SUPERSEDENCE, words, (arguments, out) -> {
            UpdateId id = arguments.updateId();
            CatalogView view = catalog.view();
            Entry entry =
                    view.entry(id).orElseThrow(() -> new CommandException("supersedence: there is no update " + id));
            List<Supersession> links = view.supersedence(id);
            if (arguments.has("--json")) {
                Json.print(out, links.stream().map(StatementCommands::fields).toList());
                return;
            }
            Table table = new Table("SUPERSEDING", "SUPERSEDED", "SOURCES", "TITLE OF THE SUPERSEDING UPDATE");
            links.forEach(link -> table.row(
                    link.superseding(), link.superseded(), String.join(", ", link.sources()), title(view, link)));
            table.print(out);
            out.println(entry.title() + ": " + (entry.current() ? "current" : CatalogCommands.state(entry)));
        });
    }

    private static String title(CatalogView view, Supersession link) {
        return view.entry(link.superseding()).map(Entry::title).orElse("");
    }

    private static Map<String, Object> fields(Supersession link) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("superseding", link.superseding());
        fields.put("superseded", link.superseded());
        fields.put("sources", link.sources());
        return fields;
    }

    /** {@code patchbay:conflicts}. */
    @Descriptor("lists what providers contradict each other in")
    public void conflicts(String... words) throws CommandException {
        Command.run(CONFLICTS, words, (arguments, out) -> {
            CatalogView view = catalog.view();
            if (arguments.has("--json")) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put(
                        "conflicts",
                        view.conflicts().stream().map(StatementCommands::fields).toList());
                fields.put(
                        "ignored",
                        view.brokenLinks().stream()
                                .map(StatementCommands::fields)
                                .toList());
                Json.print(out, fields);
                return;
            }
            print(view.conflicts(), view.brokenLinks(), out);
        });
    }

    private static void print(List<Conflict> conflicts, List<Supersession> ignored, PrintStream out) {
        Table table = new Table("ID", "ABOUT", "PROVIDER", "SAYS", "TITLE");
        for (Conflict conflict : conflicts) {
            conflict.values()
                    .forEach((provider, value) ->
                            table.row(conflict.id(), conflict.subject(), provider, value, conflict.title()));
        }
        for (Supersession link : ignored) {
            String sources = String.join(", ", link.sources());
            table.row(link.superseding(), "supersedence", sources, "supersedes " + link.superseded() + ": ignored", "");
        }
        table.print(out);
        out.println("contradictions: " + conflicts.size() + "; links ignored that close circles: " + ignored.size());
    }

    private static Map<String, Object> fields(Conflict conflict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", conflict.id());
        fields.put("title", conflict.title());
        fields.put("subject", conflict.subject());
        fields.put("values", conflict.values());
        return fields;
    }
}
