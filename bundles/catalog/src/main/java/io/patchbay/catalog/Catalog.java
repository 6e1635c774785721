package io.patchbay.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue for readers. Thread-safe; no call waits for a writer. */
@ProviderType
public interface Catalog {
    /** The view of the newest generation. Hold it as long as answers must agree with each other, not longer. */
    CatalogView view();

    /** The newest generations, newest first. */
    List<Generation> generations(int limit);
}
