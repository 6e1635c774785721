package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Brings the listeners to the catalogue. It is a component of its own, because most listeners ask the catalogue: if that needed them to be
 * activated, and they needed it, neither would ever be.
 */
@Component(
        immediate = true,
        service = {})
public final class ListenerBinding {
    private final CatalogService catalog;

    /** Begins once the catalogue is there. */
    @Activate
    public ListenerBinding(@Reference CatalogService catalog) {
        this.catalog = catalog;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(CatalogListener listener) {
        catalog.addListener(listener);
    }

    public void removeListener(CatalogListener listener) {
        catalog.removeListener(listener);
    }
}
