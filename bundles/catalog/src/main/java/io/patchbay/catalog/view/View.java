package io.patchbay.catalog.view;

import io.patchbay.catalog.Entry;
import io.patchbay.catalog.view.Indexes.Sorting;
import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rows of one generation, and what follows from them: supersedence and the names of products. Immutable. */
public final class View {
    private final long generation;
    private final int contents;
    private final @Nullable Row[] rows;
    private final Map<UpdateId, Row> byId;
    private final Supersedence supersedence;
    private final @Nullable Traits[] traits;
    private final Indexes indexes;
    private final @Nullable Set<String> present;

    /** Where a view starts from: the rows by key, none at 0, and by id. Array and map become the view's own. */
    View(long generation, int contents, @Nullable Row[] rows, Map<UpdateId, Row> byId, Supersedence supersedence) {
        this.generation = generation;
        this.contents = contents;
        this.rows = rows;
        this.byId = byId;
        this.supersedence = supersedence;
        this.traits = Bundles.traits(rows, byId);
        this.indexes = new Indexes();
        this.present = null;
    }

    private View(View other, @Nullable Set<String> present) {
        this.generation = other.generation;
        this.contents = other.contents;
        this.rows = other.rows;
        this.byId = other.byId;
        this.supersedence = other.supersedence;
        this.traits = other.traits;
        this.indexes = other.indexes;
        this.present = present == null ? null : Set.copyOf(present);
    }

    /**
     * The view of what is stored.
     *
     * @param contents the highest key of a stored document
     * @param stored the rows, in any order, with the keys from 1 to their number
     */
    public static View of(long generation, int contents, Collection<Row> stored) {
        @Nullable Row[] rows = new Row[stored.size() + 1];
        stored.forEach(row -> rows[row.key()] = row);
        Map<UpdateId, Row> byId = index(rows);
        return new View(generation, contents, rows, byId, Supersedence.of(rows, byId));
    }

    static Map<UpdateId, Row> index(@Nullable Row[] rows) {
        Map<UpdateId, Row> index = new HashMap<>(rows.length * 4 / 3 + 1);
        for (Row row : rows) {
            if (row != null) {
                index.put(row.facts().id(), row);
            }
        }
        return index;
    }

    /** The same, knowing which providers are running; null if that was not said yet. */
    public View withPresent(@Nullable Set<String> providers) {
        return new View(this, providers);
    }

    /** The number of the generation. */
    public long generation() {
        return generation;
    }

    /** The rows by key, none at 0; a copy. */
    @Nullable
    Row[] rows() {
        return rows.clone();
    }

    /** The highest key of a stored document. */
    public int contents() {
        return contents;
    }

    /** How many rows there are. */
    public int size() {
        return rows.length - 1;
    }

    /** The row of this key, from 1 to {@link #size}. */
    public Row row(int key) {
        return Objects.requireNonNull(rows[key]);
    }

    /** The row of this id; null if there is none. */
    public @Nullable Row find(UpdateId id) {
        return byId.get(id);
    }

    /** Calls for each row, by key. */
    void forEach(Consumer<Row> action) {
        for (int key = 1; key < rows.length; key++) {
            action.accept(row(key));
        }
    }

    /** The providers that are running; null if that was not said yet. */
    public @Nullable Set<String> present() {
        return present;
    }

    boolean isSuperseded(Row row) {
        return supersedence.isSuperseded(row.key());
    }

    /** What installing the update means, with what it bundles. */
    Traits traits(Row row) {
        return Objects.requireNonNull(traits[row.key()]);
    }

    <T> Column<T> column(Property<T> property) {
        return indexes.column(this, property);
    }

    /** The keys of the documents of these rows. */
    public BitSet documentsOf(BitSet keys) {
        BitSet documents = new BitSet(contents + 1);
        for (int key = keys.nextSetBit(0); key >= 0; key = keys.nextSetBit(key + 1)) {
            documents.set(row(key).content());
        }
        return documents;
    }

    /** The row that has the document of this key. */
    public Row withDocument(int document) {
        return row(indexes.byContent(this)[document]);
    }

    /** The keys of the rows whose documents have these keys. */
    BitSet keysOf(BitSet documents) {
        int[] byContent = indexes.byContent(this);
        BitSet keys = new BitSet(rows.length);
        for (int content = documents.nextSetBit(0); content >= 0; content = documents.nextSetBit(content + 1)) {
            if (content < byContent.length) {
                keys.set(byContent[content]);
            }
        }
        keys.clear(0);
        return keys;
    }

    /** All keys in this order; not to be changed. */
    int[] order(Sorting sorting) {
        return indexes.order(this, sorting);
    }

    /** Gets ready for the questions that an earlier view was asked, so that no reader waits for that. */
    public void prepareAs(View before) {
        indexes.prepare(this, before.indexes);
    }

    /** The updates whose documents supersede each other in a circle, by id. */
    public SortedSet<UpdateId> tangled() {
        return ids(supersedence.tangled().stream());
    }

    /** How many rows each provider has that are offered. */
    public Map<String, Long> liveCounts() {
        Map<String, Long> counts = new HashMap<>();
        forEach(row -> {
            if (row.isOffered()) {
                counts.merge(row.provider(), 1L, Long::sum);
            }
        });
        return Collections.unmodifiableMap(counts);
    }

    /** How many updates of a provider are offered and not superseded. */
    public long currentCount(String provider) {
        long count = 0;
        for (int key = 1; key < rows.length; key++) {
            Row row = row(key);
            count += row.isOffered() && row.provider().equals(provider) && !isSuperseded(row) ? 1 : 0;
        }
        return count;
    }

    /** What lists show of the update of this id. */
    public Optional<Entry> entry(UpdateId id) {
        return Optional.ofNullable(find(id)).map(this::entry);
    }

    /** What lists show of a row. */
    public Entry entry(Row row) {
        Facts facts = row.facts();
        Traits effects = traits(row);
        return new Entry(
                facts.id(),
                row.revision(),
                row.provider(),
                row.state(),
                present != null && !present.contains(row.provider()),
                facts.type(),
                facts.title(),
                facts.vendor(),
                productNames(facts.products()),
                familyNames(facts.products()),
                facts.version(),
                facts.architecture(),
                facts.languages(),
                facts.classification(),
                effects.severity(),
                effects.reboot(),
                effects.eula(),
                facts.released(),
                row.firstSeen(),
                facts.kbArticles(),
                facts.bulletins(),
                facts.cves(),
                supersedes(row),
                ids(IntStream.of(supersedence.superseders(row.key()))),
                facts.bundled(),
                row.generation());
    }

    private SortedSet<UpdateId> supersedes(Row row) {
        SortedSet<UpdateId> all = new TreeSet<>(row.facts().supersedes());
        supersedence.olderInLine(row).forEach(key -> all.add(row(key).facts().id()));
        return Collections.unmodifiableSortedSet(all);
    }

    private SortedSet<UpdateId> ids(IntStream keys) {
        SortedSet<UpdateId> ids = new TreeSet<>();
        keys.forEach(key -> ids.add(row(key).facts().id()));
        return Collections.unmodifiableSortedSet(ids);
    }

    List<String> productNames(List<Product> products) {
        return names(products, product -> Stream.of(productName(product)));
    }

    List<String> familyNames(List<Product> products) {
        return names(products, this::familyNames);
    }

    private static List<String> names(List<Product> products, Function<Product, Stream<String>> naming) {
        return products.stream().flatMap(naming).distinct().toList();
    }

    private String productName(Product product) {
        UpdateId id = product.category();
        if (!product.name().isBlank() || id == null) {
            return product.name();
        }
        return category(id).map(Facts::title).orElseGet(id::toString);
    }

    private Stream<String> familyNames(Product product) {
        UpdateId id = product.category();
        if (!product.family().isBlank() || id == null) {
            return Stream.of(product.family()).filter(name -> !name.isBlank());
        }
        return category(id).stream()
                .flatMap(facts -> facts.parents().stream())
                .flatMap(parent -> category(parent).stream())
                .map(Facts::title);
    }

    private Optional<Facts> category(UpdateId id) {
        return Optional.ofNullable(find(id)).map(Row::facts).filter(facts -> facts.type() == UpdateType.CATEGORY);
    }
}
