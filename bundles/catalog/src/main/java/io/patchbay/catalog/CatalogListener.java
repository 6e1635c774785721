package io.patchbay.catalog;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that wants to know of each commit. It is called once for each generation, in their order, on one thread of the catalogue's
 * own for all listeners, outside of any lock: it may ask the catalogue, and wait for a sync. Whoever does not return keeps the other
 * listeners waiting, but nobody else.
 *
 * <p>What it throws is logged, and it is called for the next generation as if nothing had been. It is not called for what is committed while it is not
 * registered, nor for the oldest generations if a thousand wait, nor for what still waits shortly after the catalogue was to stop. So whoever must miss nothing
 * keeps the number of the last generation it saw, and asks for the {@linkplain CatalogView#changes changes} since.
 */
@ConsumerType
public interface CatalogListener {
    /** A generation was committed. {@link Catalog#view} answers by it, or already by a later one. */
    void committed(Generation generation);
}
