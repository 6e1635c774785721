package io.patchbay.catalog.view;

import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Supersession;
import io.patchbay.catalog.view.Indexes.Sorting;
import io.patchbay.model.UpdateId;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All rows and advisories of one generation, and what follows from them: supersedence and the names of products. Immutable. */
public final class View {
    private static final Comparator<Row> BY_RELEASE = Comparator.comparing(View::released)
            .thenComparing(row -> row.facts().id());

    private final long generation;
    private final int contents;
    private final Ranking ranking;
    private final Rows rows;
    private final Advisories advisories;
    private final Supersedence supersedence;
    private final @Nullable Traits[] traits;
    private final Parts parts;
    private final ProductNames names;
    private final Indexes indexes;
    private final @Nullable Set<String> present;

    /** A view of rows to which nothing is added any more. */
    View(
            long generation,
            int contents,
            Ranking ranking,
            Rows rows,
            Advisories advisories,
            Supersedence supersedence,
            Parts parts) {
        this.generation = generation;
        this.contents = contents;
        this.ranking = ranking;
        this.rows = rows;
        this.advisories = advisories;
        this.supersedence = supersedence;
        this.traits = Bundles.traits(rows);
        this.parts = parts;
        this.names = new ProductNames(rows.byId());
        this.indexes = new Indexes();
        this.present = null;
    }

    private View(View other, @Nullable Set<String> present) {
        this.generation = other.generation;
        this.contents = other.contents;
        this.ranking = other.ranking;
        this.rows = other.rows;
        this.advisories = other.advisories;
        this.supersedence = other.supersedence;
        this.traits = other.traits;
        this.parts = other.parts;
        this.names = other.names;
        this.indexes = other.indexes;
        this.present = present == null ? null : Set.copyOf(present);
    }

    /**
     * The view of what is stored.
     *
     * @param contents the highest key of a stored document
     * @param stored the rows, in any order, with the keys from 1 to their number
     */
    public static View of(
            long generation, int contents, Ranking ranking, Collection<Row> stored, Advisories advisories) {
        @Nullable Row[] said = new Row[stored.size() + 1];
        stored.forEach(row -> said[row.key()] = row);
        return of(generation, contents, ranking, said, advisories);
    }

    private static View of(
            long generation, int contents, Ranking ranking, @Nullable Row[] said, Advisories advisories) {
        Rows rows = Rows.of(said, ranking);
        Supersedence supersedence = Supersedence.join(rows, advisories);
        return new View(generation, contents, ranking, rows, advisories, supersedence, Parts.of(rows, supersedence));
    }

    /** The same, with providers heard in another order. */
    public View ranked(Ranking other) {
        return other.equals(ranking)
                ? this
                : of(generation, contents, other, said(), advisories).withPresent(present);
    }

    /** Who is heard first. */
    public Ranking ranking() {
        return ranking;
    }

    /** The same, knowing which providers are running; null if that was not said yet. */
    public View withPresent(@Nullable Set<String> providers) {
        return new View(this, providers);
    }

    /** The number of the generation. */
    public long generation() {
        return generation;
    }

    /** What each provider says, by key, none at 0; a copy. */
    @Nullable
    Row[] said() {
        return rows.said().clone();
    }

    /** What one provider says, under its own key, from 1 to {@link #size}. */
    public Row said(int key) {
        return rows.said(key);
    }

    /** What providers say of an update, in the order in which they are heard; none if nobody does. */
    public List<Row> said(UpdateId id) {
        return Collections.unmodifiableList(rows.of(id));
    }

    /** What a provider says of an update; null if nothing. */
    public @Nullable Row said(UpdateId id, String provider) {
        return rows.of(id, provider);
    }

    /** Those of whom the content of an update is made; see {@link Merging}. */
    public List<Row> heard(UpdateId id) {
        return Collections.unmodifiableList(rows.heard(id));
    }

    /** All advisories. */
    public Advisories advisories() {
        return advisories;
    }

    /** What advisories say of the update of a row; null if nothing. */
    public @Nullable Advised advised(Row row) {
        return rows.advised(row.key());
    }

    /** The keys of the rows of which advisories speak; a new set. */
    BitSet advised() {
        return rows.advisedKeys();
    }

    /** The highest key of a stored document. */
    public int contents() {
        return contents;
    }

    /** The highest key. */
    public int size() {
        return rows.size();
    }

    /** The row that is served under this key. */
    public Row row(int key) {
        return Objects.requireNonNull(rows.served()[key]);
    }

    /** The row that is served of this update; null if there is none. */
    public @Nullable Row find(UpdateId id) {
        return rows.byId().get(id);
    }

    /** The row that is served of an update that somebody speaks of. */
    Row served(UpdateId id) {
        return Objects.requireNonNull(find(id));
    }

    /** Calls for each row that is served, by key. */
    void forEach(Consumer<Row> action) {
        for (Row row : rows.served()) {
            if (row != null) {
                action.accept(row);
            }
        }
    }

    /** The keys of the rows that are served; a new set. */
    BitSet keys() {
        return rows.keys();
    }

    /** The ids of the providers that speak of the update of a row, in the order in which they are heard. */
    List<String> providers(Row row) {
        return rows.of(row.facts().id()).stream().map(Row::provider).toList();
    }

    /** The providers that are running; null if that was not said yet. */
    public @Nullable Set<String> present() {
        return present;
    }

    boolean isSuperseded(Row row) {
        return supersedence.isSuperseded(row.key());
    }

    /** Whether an update is superseded that somebody speaks of. */
    boolean isSuperseded(UpdateId id) {
        return isSuperseded(served(id));
    }

    /** Whether it is what endpoints should have now. */
    boolean isCurrent(Row row) {
        return parts.isCurrent(row.key());
    }

    /** Whether an update installs it. */
    boolean isPart(Row row) {
        return parts.isPart(row.key());
    }

    /** The rows that are served of the updates that install this one. */
    List<Row> bundles(Row row) {
        return rows(parts.bundles(row.key()));
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

    /** The keys of the rows that are served of the updates of which documents with these keys speak. */
    BitSet keysOf(BitSet documents) {
        return indexes.keysOf(this, documents);
    }

    /** All keys in this order; not to be changed. */
    int[] order(Sorting sorting) {
        return indexes.order(this, sorting);
    }

    /** Gets ready for the questions that an earlier view was asked, so that no reader waits for that. */
    public void prepareAs(View before) {
        indexes.prepare(this, before.indexes);
    }

    /** The rows that are served of the updates that replace this one. */
    List<Row> superseders(Row row) {
        return rows(supersedence.superseders(row.key()));
    }

    /** The rows that are served of the updates that this one replaces. */
    List<Row> superseded(Row row) {
        return rows(supersedence.superseded(row.key()));
    }

    private List<Row> rows(int... keys) {
        return IntStream.of(keys).mapToObj(this::row).toList();
    }

    /** The row of what to install instead of a superseded update; see {@link io.patchbay.catalog.Entry}. Null if it is current. */
    @Nullable
    Row newestSuperseding(Row row) {
        if (!isSuperseded(row)) {
            return null;
        }
        Row newest = null;
        for (int key : supersedence.current(row.key())) {
            Row current = row(key);
            newest = newest == null || BY_RELEASE.compare(newest, current) < 0 ? current : newest;
        }
        return newest;
    }

    private static LocalDate released(Row row) {
        LocalDate released = row.facts().released();
        return released == null ? row.firstSeen() : released;
    }

    /** What replaces an update, and what it replaces; see {@link io.patchbay.catalog.CatalogView#supersedence}. */
    public List<Supersession> supersedence(UpdateId id) {
        Row row = find(id);
        return row == null ? List.of() : Chain.of(this, row);
    }

    /** What providers and advisories contradict each other in, but for what only documents hold. */
    public List<Conflict> conflicts() {
        return Conflicts.of(rows);
    }

    /** Of updates of which several providers speak, what those say that are heard. */
    public List<List<Row>> shared() {
        return rows.shared().stream().map(Merging::heard).toList();
    }

    /** The links that were left out; see {@link io.patchbay.catalog.CatalogView#brokenLinks}. */
    public List<Supersession> brokenLinks() {
        return Chain.broken(this, supersedence.broken());
    }

    /** The providers by whose documents or advisories one update replaces another; a new set. */
    SortedSet<String> saying(Row newer, Row older) {
        SortedSet<String> sources =
                rows.saying(newer.facts().id(), older.facts().id());
        sources.addAll(KbJoin.sources(advisories, newer, older));
        return sources;
    }

    /** What lists show of the update of this id. */
    public Optional<Entry> entry(UpdateId id) {
        return Optional.ofNullable(find(id)).map(this::entry);
    }

    /** What lists show of a row that is served. */
    public Entry entry(Row row) {
        return Entries.of(this, row);
    }

    /** What products are called. */
    ProductNames names() {
        return names;
    }
}
