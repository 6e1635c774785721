package io.patchbay.shell;

import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Change;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.Rollout;
import io.patchbay.model.UpdateId;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands that ask the catalogue. */
@Component(service = {CatalogCommands.class, Documented.class})
@GogoCommand(
        scope = "patchbay",
        function = {"updates", "update", "facets", "generations", "changes"})
public final class CatalogCommands implements Documented {
    private static final int SCREEN = 50;
    private static final int PAGE = 500;
    private static final Usage UPDATES = Filters.in(Usage.of("updates", "", "Lists updates, newest first."))
            .with("--sort", "KEY", "released, title, severity, vendor, id or generation (default released)")
            .with("--ascending", "", "lowest first")
            .with("--limit", "N", "how many (default 50; with --json all)")
            .with("--cursor", "CURSOR", "go on where the last page ended");
    private static final Usage UPDATE = Usage.of("update", "ID", "Shows everything about one update, and who says so.");
    private static final Usage FACETS = Filters.in(
            Usage.of("facets", "", "Counts the updates that match by provider, severity, product and so on."));
    private static final Usage GENERATIONS = Usage.of("generations", "", "Lists the last commits, newest first.")
            .with("--limit", "N", "how many (default 20)");
    private static final Usage CHANGES = Usage.of("changes", "", "Lists what changed after a generation, oldest first.")
            .with("--since", "N", "the last generation that is known already (default 0)")
            .with("--provider", "ID", "only updates of this provider")
            .with("--update", "ID", "only this update")
            .with("--limit", "N", "how many at least, where there are so many (default 1000; with --json all)");

    private final Catalog catalog;
    private final KnownNames names;

    /** Asks this catalogue. */
    @Activate
    public CatalogCommands(@Reference Catalog catalog, @Reference KnownNames names) {
        this.catalog = catalog;
        this.names = names;
    }

    @Override
    public List<Usage> usages() {
        return List.of(UPDATES, UPDATE, FACETS, GENERATIONS, CHANGES);
    }

    /** {@code patchbay:updates}. */
    @Descriptor("lists updates; see updates --help for the filters")
    public void updates(String... words) throws CommandException {
        Command.run(UPDATES, words, (arguments, out) -> {
            QueryBuilder query = names.filters(arguments)
                    .order(
                            arguments
                                    .choice("--sort", Query.Order.values(), UpdateFields::word)
                                    .orElse(Query.Order.RELEASED),
                            !arguments.has("--ascending"))
                    .cursor(arguments.text("--cursor").orElse(null));
            if (arguments.has("--json")) {
                printJson(query, arguments.number("--limit", Integer.MAX_VALUE, 1), out);
            } else {
                print(
                        catalog.view()
                                .search(query.limit(arguments.number("--limit", SCREEN, 1))
                                        .build()),
                        out);
            }
        });
    }

    private void printJson(QueryBuilder query, int limit, PrintStream out) throws IOException {
        CatalogView view = catalog.view();
        int left = limit;
        try (Json json = Json.array(out)) {
            @Nullable String cursor = query.build().cursor();
            do {
                Page page = view.search(
                        query.cursor(cursor).limit(Math.min(left, PAGE)).build());
                for (Entry entry : page.entries()) {
                    json.write(UpdateFields.of(view.details(entry.id()).orElseThrow()));
                }
                left -= page.entries().size();
                cursor = page.next();
            } while (cursor != null && left > 0);
        }
    }

    private static void print(Page page, PrintStream out) {
        Table table = new Table("ID", "RELEASED", "SEVERITY", "CLASSIFICATION", "EVIDENCE", "STATE", "TITLE");
        page.entries()
                .forEach(e -> table.row(
                        e.id(),
                        e.released() == null ? "(" + e.firstSeen() + ")" : e.released(),
                        severity(e),
                        e.classification().title(),
                        e.evidence() == null ? "" : e.evidence(),
                        state(e),
                        e.title()));
        table.print(out);
        String more = page.next() == null ? "" : "; the next: --cursor " + page.next();
        out.println(page.entries().size() + " of " + page.total() + " updates" + more);
    }

    /** The state as an administrator reads it: {@code superseded}, {@code settling}, {@code bundle not current}, {@code withdrawn, provider absent}. */
    static String state(Entry entry) {
        String state = entry.state() == Entry.State.PUBLISHED ? published(entry) : UpdateFields.word(entry.state());
        return entry.providerAbsent() ? state + ", provider absent" : state;
    }

    /** The severity as an administrator reads it: {@code Critical}, {@code Critical, exploited}. */
    static String severity(Entry entry) {
        return entry.severity().title() + (entry.exploited() ? ", exploited" : "");
    }

    private static String published(Entry entry) {
        if (entry.superseded()) {
            return "superseded";
        }
        if (entry.rollout() != Rollout.COMPLETE) {
            return UpdateFields.word(entry.rollout());
        }
        return entry.current() ? UpdateFields.word(entry.state()) : "bundle not current";
    }

    /** {@code patchbay:update}. */
    @Descriptor("shows everything about one update")
    public void update(String... words) throws CommandException {
        Command.run(UPDATE, words, (arguments, out) -> {
            UpdateId id = arguments.updateId();
            Details details = catalog.view()
                    .details(id)
                    .orElseThrow(() -> new CommandException("update: there is no update " + id));
            if (arguments.has("--json")) {
                Json.print(out, UpdateFields.complete(details));
            } else {
                UpdateSheet.print(details, out);
            }
        });
    }

    /** {@code patchbay:facets}. */
    @Descriptor("counts the updates that match by each facet")
    public void facets(String... words) throws CommandException {
        Command.run(FACETS, words, (arguments, out) -> {
            SortedMap<Facet, SortedMap<String, Long>> facets =
                    catalog.view().facets(names.filters(arguments).build());
            if (arguments.has("--json")) {
                Map<String, Object> fields = new LinkedHashMap<>();
                facets.forEach((facet, counts) -> fields.put(facet.title(), counts));
                Json.print(out, fields);
                return;
            }
            Table table = new Table("FACET", "VALUE", "UPDATES");
            facets.forEach((facet, counts) -> counts.forEach((value, count) -> table.row(facet.title(), value, count)));
            table.print(out);
        });
    }

    /** {@code patchbay:generations}. */
    @Descriptor("lists the last commits, newest first")
    public void generations(String... words) throws CommandException {
        Command.run(GENERATIONS, words, (arguments, out) -> {
            var generations = catalog.generations(arguments.number("--limit", 20, 1));
            if (arguments.has("--json")) {
                Json.print(out, generations.stream().map(UpdateFields::of).toList());
                return;
            }
            Table table = new Table(
                    "GENERATION",
                    "COMMITTED",
                    "PROVIDER",
                    "SNAPSHOT",
                    "ADDED",
                    "CHANGED",
                    "SUPERSEDED",
                    "RATED",
                    "WITHDRAWN");
            generations.forEach(g -> table.row(
                    g.number(),
                    g.committed(),
                    g.provider(),
                    g.snapshot(),
                    g.changes().added(),
                    g.changes().changed(),
                    g.changes().superseded(),
                    g.changes().rated(),
                    g.changes().withdrawn()));
            table.print(out);
        });
    }

    /** {@code patchbay:changes}. */
    @Descriptor("lists what changed after a generation")
    public void changes(String... words) throws CommandException {
        Command.run(CHANGES, words, (arguments, out) -> {
            boolean json = arguments.has("--json");
            int limit = arguments.number("--limit", json ? Integer.MAX_VALUE : 1000, 1);
            List<Change> changes = changes(catalog.view(), arguments, limit);
            if (json) {
                Json.print(out, changes.stream().map(UpdateFields::of).toList());
                return;
            }
            Table table = new Table("GENERATION", "CHANGE", "ID", "PROVIDER", "REVISION", "TITLE");
            changes.forEach(c -> table.row(
                    c.generation(), UpdateFields.word(c.kind()), c.id(), c.provider(), c.revision(), c.title()));
            table.print(out);
        });
    }

    /** Reads on, a page of whole generations after the other, until there are so many. */
    private List<Change> changes(CatalogView view, Arguments arguments, int limit) throws CommandException {
        Predicate<Change> wanted = wanted(view, arguments);
        List<Change> found = new ArrayList<>();
        int most = Math.min(limit, PAGE);
        List<Change> page = view.changes(since(view, arguments), most);
        while (!page.isEmpty() && found.size() < limit) {
            page.stream().filter(wanted).forEach(found::add);
            page = view.changes(page.get(page.size() - 1).generation(), most);
        }
        return found;
    }

    private Predicate<Change> wanted(CatalogView view, Arguments arguments) throws CommandException {
        names.provider(arguments);
        Optional<String> provider = arguments.text("--provider");
        Optional<UpdateId> update = arguments.updateId("--update");
        if (update.isPresent() && view.entry(update.get()).isEmpty()) {
            throw new CommandException("changes: there is no update " + update.get());
        }
        return change -> provider.map(change.provider()::equals).orElse(true)
                && update.map(change.id()::equals).orElse(true);
    }

    /** Whoever knows a later generation knows another catalogue: one that was lost, or is not restored to where it was. */
    private static long since(CatalogView view, Arguments arguments) throws CommandException {
        long since = arguments.longNumber("--since", 0, 0, Long.MAX_VALUE);
        if (since > view.generation()) {
            throw new CommandException("changes: --since " + since + " is after the last generation, "
                    + view.generation() + "; begin anew with --since 0");
        }
        return since;
    }
}
