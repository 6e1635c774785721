package vendor.sample;

import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Asks the catalogue from within the framework, and answers in words that a test outside of it understands. */
public final class CatalogReader implements BundleActivator, BiFunction<String, Integer, List<String>> {
    private Catalog catalog;

    @Override
    public void start(BundleContext context) {
        catalog = context.getService(context.getServiceReference(Catalog.class));
        context.registerService(BiFunction.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        // its service goes with it
    }

    /** The titles of what a provider offers in one view, and then everything about the first so many. */
    @Override
    public List<String> apply(String provider, Integer inFull) {
        CatalogView view = catalog.view();
        List<Entry> entries = view.search(Query.builder()
                        .provider(provider)
                        .state(Entry.State.PUBLISHED)
                        .limit(100)
                        .build())
                .entries();
        Stream<String> titles = entries.stream().map(Entry::title);
        Stream<String> details = entries.stream().limit(inFull).map(entry -> String.valueOf(view.details(entry.id())));
        return Stream.concat(titles, details).toList();
    }
}
