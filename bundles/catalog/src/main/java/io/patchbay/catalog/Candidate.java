package io.patchbay.catalog;

import io.patchbay.model.Advisory;
import io.patchbay.model.Line;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What one snapshot says, on its way to become a generation. Used by one thread. Of its content, only the ids
 * of new updates stay in memory.
 */
@ProviderType
public interface Candidate extends AutoCloseable {
    /**
     * Adds an update.
     *
     * @return whether it is new, or differs from what the provider last said of it
     * @throws FeedException if it was given an update of this id before, or if the update is another provider's
     */
    boolean add(Update update) throws FeedException;

    /**
     * Adds an advisory.
     *
     * @throws FeedException if it was given an advisory of this id before
     */
    void add(Advisory advisory) throws FeedException;

    /**
     * Adds an update that is as it was in the provider's last commit.
     *
     * @throws FeedException if it was given an update of this id before, or if the last commit has none of this id
     */
    void unchanged(UpdateId id) throws FeedException;

    /**
     * Keeps what the provider notes of the snapshot, after what it noted before; see {@link CatalogWriter#notes}.
     *
     * @throws FeedException if it is too much in all
     */
    void note(byte[] bytes) throws FeedException;

    /** Leaves an update as the provider last gave it, instead of adding it; nothing if the provider does not offer it. */
    void keep(UpdateId id);

    /** Leaves what the provider offers of a line as it is: nothing of it is withdrawn because the snapshot lacks it. */
    void keep(Line line);

    /** What committing would do, as the catalogue stands now. */
    Review review();

    /**
     * Makes all of it one generation: when this returns, it is durable and served. Remembers the snapshot and its
     * fingerprint also where nothing changes, without making a generation.
     *
     * @return the generation; empty if nothing changed
     * @throws CatalogException if it could not be written, or if another candidate of the provider was committed since
     *     this one began; the catalogue is as before
     */
    Optional<Generation> commit();

    /** Drops what was not committed. */
    @Override
    void close();

    /**
     * What committing would do.
     *
     * @param changes how many updates and advisories of each fate
     * @param live how many advisories the provider has, and how many updates that are offered and current now: neither
     *     withdrawn, expired nor superseded
     * @param circles the links that would be ignored from then on, because they would close a circle; see {@link
     *     CatalogView#brokenLinks}
     */
    record Review(ChangeCounts changes, long live, List<Supersession> circles) {}
}
