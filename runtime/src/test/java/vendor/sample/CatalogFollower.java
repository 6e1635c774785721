package vendor.sample;

import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogListener;
import io.patchbay.catalog.Generation;
import java.util.function.Supplier;

/** Asks the catalogue whenever it is told of a commit, as a patch server does. */
public final class CatalogFollower implements CatalogListener, Supplier<String> {
    private final Catalog catalog;
    private volatile String last = "";

    public CatalogFollower(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void committed(Generation generation) {
        last = generation.provider() + " " + generation.number() + " of "
                + catalog.view().generation();
    }

    /** Of what it was told last. */
    @Override
    public String get() {
        return last;
    }
}
