package io.patchbay.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The catalogue for readers. Thread-safe; no call waits for a writer. When the service goes, let go of the reference: all methods then throw a
 * {@link CatalogException}. A view that is held answers what it can without the store.
 */
@ProviderType
public interface Catalog {
    /**
     * The view of the newest generation. Hold it as long as answers must agree with each other, not longer.
     *
     * @throws CatalogException if the catalogue is closed, or, when a view is first asked for, the store cannot be read
     */
    CatalogView view();

    /**
     * The newest generations, newest first.
     *
     * @param limit the most to return, at least 1
     * @throws CatalogException if the store cannot be read
     */
    List<Generation> generations(int limit);

    /**
     * The generation of this number; empty if there is none. Whoever follows the {@linkplain CatalogView#changes changes} and stops meanwhile keeps
     * the number of the last generation and when it was {@linkplain Generation#committed committed}. If there is none of this number, or one of
     * another time, the catalogue was lost, or an earlier one put back in its place, and the caller must read everything again.
     *
     * @throws CatalogException if the store cannot be read
     */
    Optional<Generation> generation(long number);
}
