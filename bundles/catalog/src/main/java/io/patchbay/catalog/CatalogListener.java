package io.patchbay.catalog;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that wants to know of each commit. Called once a commit, in order, after the new view is served, by the
 * writer's thread.
 */
@ConsumerType
public interface CatalogListener {
    /** A generation was committed and is what {@link Catalog#view} now answers. Must return soon. */
    void committed(Generation generation);
}
