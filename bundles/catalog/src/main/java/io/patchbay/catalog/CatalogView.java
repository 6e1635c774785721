package io.patchbay.catalog;

import io.patchbay.model.ContentFile;
import io.patchbay.model.UpdateId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The catalogue at one generation. Immutable and thread-safe. Two views of one generation differ only in which providers are running, and if an
 * operator has changed the order in which they are heard.
 */
@ProviderType
public interface CatalogView {
    /** The number of the generation seen; 0 while nothing was ever committed. */
    long generation();

    /** The entry of this id; empty if the catalogue never had it. */
    Optional<Entry> entry(UpdateId id);

    /**
     * Everything about one update, with the provenance of each part. Advisories speak of it by its KB numbers and, if its title names
     * some, the products; where none does, by those of the updates that it replaces. Reads the store.
     *
     * @throws CatalogException if the store cannot be read
     */
    Optional<Details> details(UpdateId id);

    /**
     * One page of the entries that match, in the query's order. Throws {@link IllegalArgumentException} for what is no
     * cursor, and for one of another query.
     *
     * @throws CatalogException if the query has a text, and the store, which is then searched, cannot be read
     */
    Page search(Query query);

    /**
     * Hands over every entry that matches, by the order in which the catalogue first had them: for whoever wants all,
     * without sorting and pages. The query's order, limit and cursor do not count.
     *
     * @throws CatalogException if the query has a text, and the store, which is then searched, cannot be read
     */
    void entries(Query query, Consumer<Entry> reader);

    /**
     * Hands over the files of every entry that matches and has any, in the order of the store, which is read once, from
     * its beginning to its end, while {@link #details} looks for each update by itself. The query's order, limit
     * and cursor do not count.
     *
     * @throws CatalogException if the store cannot be read
     */
    void files(Query query, BiConsumer<UpdateId, List<ContentFile>> reader);

    /**
     * The lines of which an entry matches, by product and then by what else tells them apart; the query's order, limit and cursor do not count.
     *
     * @throws CatalogException if the query has a text, and the store, which is then searched, cannot be read
     */
    List<ProductLine> lines(Query query);

    /**
     * How many of the entries that match have each value, by facet and value; the query's order, limit and cursor do
     * not count.
     *
     * @throws CatalogException if the query has a text, and the store, which is then searched, cannot be read
     */
    SortedMap<Facet, SortedMap<String, Long>> facets(Query query);

    /**
     * Who says what replaces an update: the links from it up to the updates that are current, nearest first, and then those to what it
     * replaces itself. Only links that count, which are between updates in the catalogue, from one that is given out, and not {@linkplain #brokenLinks
     * broken}; what else its document names is in {@link Entry#supersedes}. Empty if there are none, or if the catalogue never had it.
     */
    List<Supersession> supersedence(UpdateId id);

    /**
     * All that several providers say differently of one update, and what advisories say differently, sorted by id. Reads the store.
     *
     * @throws CatalogException if the store cannot be read
     */
    List<Conflict> conflicts();

    /**
     * What documents and advisories say to replace what, but is ignored because it would close a circle: of each circle the weakest link. An
     * advisory's is weaker than a document's, then one by which an update replaces a later one, then one that fewer providers
     * give. Sorted by id.
     */
    List<Supersession> brokenLinks();

    /** How many updates each provider has that are neither withdrawn nor expired, together with its advisories. */
    Map<String, Long> liveCounts();

    /**
     * What changed after a generation, oldest first.
     *
     * <p>A generation belongs to its catalogue: whoever kept the number over a restart asks {@link Catalog#generation} first. Whoever knows
     * nothing yet is served better by {@link #entries}, and by the changes after the {@link #generation} of this view.
     *
     * @param since the last generation that the caller knows; 0 for everything
     * @param limit the most changes to return; ask again with the last one's generation. A generation is never split:
     *     the last one returned is complete even where that exceeds the limit
     * @throws IllegalArgumentException if this catalogue has no generation {@code since} yet: the caller knows another one; or if {@code since}
     *     is negative, or {@code limit} less than 1
     * @throws CatalogException if the store cannot be read
     */
    List<Change> changes(long since, int limit);
}
