package io.patchbay.provider.microsoft.catalog;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;

/** Reads single pages inside the provider, which offers nothing of this to others: it is in the provider's package, on a plain class path. */
public final class CatalogProbe {
    private CatalogProbe() {}

    /** Reads a details page; returns something that depends on all of it. */
    public static Object details(Snapshot snapshot, Document page) throws IOException, FeedException {
        return DetailsPage.read(snapshot, page);
    }

    /** Reads a page of search results; returns something that depends on all of it. */
    public static Object search(Snapshot snapshot, Document page) throws IOException, FeedException {
        return SearchPage.read(snapshot, page).updates();
    }
}
