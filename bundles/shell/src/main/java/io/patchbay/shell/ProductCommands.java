package io.patchbay.shell;

import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.ProductLine;
import io.patchbay.catalog.Query;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import io.patchbay.sync.Sync;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The command that tells where each product stands. */
@Component(service = {ProductCommands.class, Documented.class})
@GogoCommand(scope = "patchbay", function = "products")
public final class ProductCommands implements Documented {
    private static final Usage PRODUCTS = Filters.in(Usage.of(
                    "products",
                    "",
                    "Lists the lines of products with what is current in each, the age of the oldest of its feeds and who vouches"
                            + " for any of them, and the products that have no lines."))
            .with("--feeds", "", "below each line, age and trust of each of its feeds");

    private final Clock clock = Clock.systemUTC();
    private final Catalog catalog;
    private final Sync sync;
    private final KnownNames names;

    /** Asks this catalogue, and this engine about feeds. */
    @Activate
    public ProductCommands(@Reference Catalog catalog, @Reference Sync sync, @Reference KnownNames names) {
        this.catalog = catalog;
        this.sync = sync;
        this.names = names;
    }

    @Override
    public List<Usage> usages() {
        return List.of(PRODUCTS);
    }

    /** {@code patchbay:products}. */
    @Descriptor("lists products, what is current of each, and how far that can be trusted")
    public void products(String... words) throws CommandException {
        Command.run(PRODUCTS, words, (arguments, out) -> {
            CatalogView view = catalog.view();
            Query query = names.filters(arguments).build();
            List<ProductLine> lines = view.lines(query);
            Map<String, Long> others = others(view, query, lines);
            Map<String, List<FeedStatus>> feeds = feeds(lines);
            if (arguments.has("--json")) {
                List<Map<String, @Nullable Object>> all = new ArrayList<>();
                lines.forEach(line -> all.add(fields(view, line, feeds)));
                others.forEach((product, updates) -> all.add(fields(product, updates)));
                Json.print(out, all);
            } else {
                print(view, lines, arguments.has("--feeds"), feeds, others, out);
            }
        });
    }

    /** Products in which updates stand in no line, with the number of those. */
    private static Map<String, Long> others(CatalogView view, Query query, List<ProductLine> lines) {
        Map<String, Long> counts = new TreeMap<>(view.facets(query).getOrDefault(Facet.PRODUCT, new TreeMap<>()));
        lines.forEach(line -> counts.remove(line.line().product()));
        lines.stream().flatMap(ProductCommands::known).forEach(entry -> counts.keySet()
                .removeAll(entry.products()));
        return counts;
    }

    private static Stream<Entry> known(ProductLine line) {
        return Stream.of(line.current(), line.coming()).filter(Objects::nonNull);
    }

    private void print(
            CatalogView view,
            List<ProductLine> lines,
            boolean eachFeed,
            Map<String, List<FeedStatus>> byProvider,
            Map<String, Long> others,
            PrintStream out) {
        Table table = new Table(
                "PRODUCT",
                "CHANNEL",
                "ARCHITECTURE",
                "LANGUAGES",
                "PACKAGE",
                "CURRENT",
                "RELEASED",
                "COMING",
                "END OF LIFE",
                "UPDATES",
                "FEEDS",
                "TRUST",
                "EVIDENCE",
                "DIGESTS");
        for (ProductLine line : lines) {
            Entry current = line.current();
            Entry coming = line.coming();
            List<FeedStatus> feeds = feeds(line, byProvider);
            table.row(
                    line.line().product(),
                    line.line().channel(),
                    line.line().architecture().title(),
                    line.line().languages(),
                    line.line().packageType(),
                    current == null ? "none" : current.version(),
                    current == null ? "" : released(current),
                    coming == null ? "" : coming.version() + " (" + UpdateFields.word(coming.rollout()) + ')',
                    line.endOfLife() == null ? "" : line.endOfLife(),
                    line.releases(),
                    oldest(feeds),
                    feeds.stream()
                            .map(FeedTrust::of)
                            .filter(trust -> !trust.isEmpty())
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    current == null || current.evidence() == null ? "" : current.evidence(),
                    String.join(", ", digests(view, line)));
            if (eachFeed) {
                feeds.forEach(feed ->
                        table.row("", "", "", "", "", "", "", "", "", "", each(feed), FeedTrust.of(feed), "", ""));
            }
        }
        others.forEach(
                (product, updates) -> table.row(product, "", "", "", "", "", "", "", "", updates, "", "", "", ""));
        table.print(out);
    }

    /** As everywhere, a day in brackets is the one on which it was first seen. */
    private static String released(Entry entry) {
        return entry.released() == null
                ? "(" + entry.firstSeen() + ")"
                : entry.released().toString();
    }

    /** The feeds of all providers of these lines, by provider: to ask for them is to read a snapshot's manifest. */
    private Map<String, List<FeedStatus>> feeds(List<ProductLine> lines) {
        return lines.stream()
                .flatMap(ProductCommands::providers)
                .distinct()
                .collect(Collectors.toMap(provider -> provider, sync::feeds));
    }

    private static Stream<String> providers(ProductLine line) {
        return known(line).flatMap(entry -> entry.providers().stream()).distinct();
    }

    private static List<FeedStatus> feeds(ProductLine line, Map<String, List<FeedStatus>> byProvider) {
        return providers(line)
                .flatMap(provider -> byProvider.getOrDefault(provider, List.of()).stream())
                .toList();
    }

    /** The age of the feed that was not fetched for the longest time, of those that were; and how the worst is doing. */
    private String oldest(List<FeedStatus> feeds) {
        Comparator<@Nullable Instant> byTime = Comparator.nullsLast(Comparator.naturalOrder());
        return feeds.stream()
                .filter(status -> status.changed() != null)
                .min(Comparator.comparing(FeedStatus::fetched, byTime))
                .map(status -> FeedTrust.age(status, clock) + state(feeds))
                .orElse("");
    }

    /** A feed's name and age, and how it is doing where somebody should look. */
    private String each(FeedStatus feed) {
        return feed.feed().name() + ": " + FeedTrust.age(feed, clock) + state(List.of(feed));
    }

    /** How the worst of them is doing, where somebody should look. */
    private static String state(List<FeedStatus> feeds) {
        return feeds.stream()
                .map(FeedStatus::freshness)
                .filter(freshness -> freshness.compareTo(Freshness.WARNING) >= 0)
                .max(Comparator.naturalOrder())
                .map(worst -> ", " + UpdateFields.word(worst))
                .orElse("");
    }

    /** The algorithms of the digests of the current release's files, and where they are from. */
    private static List<String> digests(CatalogView view, ProductLine line) {
        return known(line)
                .limit(1)
                .flatMap(entry -> view.details(entry.id()).stream())
                .flatMap(details -> details.update().files().stream())
                .flatMap(file -> file.digests().stream())
                .map(digest -> digest.algorithm().title() + " from " + digest.source())
                .distinct()
                .toList();
    }

    private static Map<String, @Nullable Object> fields(
            CatalogView view, ProductLine line, Map<String, List<FeedStatus>> byProvider) {
        Entry current = line.current();
        Entry coming = line.coming();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("product", line.line().product());
        fields.put("channel", line.line().channel());
        fields.put("architecture", line.line().architecture().title());
        fields.put("languages", line.line().languages());
        fields.put("packageType", line.line().packageType());
        fields.put("current", current == null ? null : release(current));
        fields.put("coming", coming == null ? null : release(coming));
        fields.put("endOfLife", line.endOfLife());
        fields.put("updates", line.releases());
        fields.put(
                "feeds",
                feeds(line, byProvider).stream().map(ProductCommands::feed).toList());
        fields.put("digests", digests(view, line));
        return fields;
    }

    private static Map<String, @Nullable Object> release(Entry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("version", entry.version());
        fields.put("rollout", UpdateFields.word(entry.rollout()));
        fields.put("released", entry.released());
        fields.put("firstSeen", entry.firstSeen());
        fields.put("evidence", entry.evidence());
        return fields;
    }

    private static Map<String, @Nullable Object> feed(FeedStatus status) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("feed", status.feed().name());
        fields.put("fetched", status.fetched());
        fields.put("changed", status.changed());
        fields.put("state", UpdateFields.word(status.freshness()));
        fields.put("note", status.note());
        fields.put("trust", FeedTrust.of(status));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(String product, long updates) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("product", product);
        fields.put("updates", updates);
        return fields;
    }
}
