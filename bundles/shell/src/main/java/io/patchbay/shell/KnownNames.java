package io.patchbay.shell;

import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.UpdateType;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Run;
import io.patchbay.sync.Sync;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refuses names that nothing has: a script would take the answer, that there is nothing, for good news. */
@Component(service = KnownNames.class)
public final class KnownNames {
    /** The most names that are shown in place of one that is not known. */
    private static final int SHOWN = 10;

    private final Catalog catalog;
    private final Sync sync;

    /** Knows what this catalogue and this engine know. */
    @Activate
    public KnownNames(@Reference Catalog catalog, @Reference Sync sync) {
        this.catalog = catalog;
        this.sync = sync;
    }

    /** The operands, each a provider's id; none if all are meant. */
    List<String> providers(Arguments arguments) throws CommandException {
        for (String provider : arguments.operands()) {
            require(arguments, provider);
        }
        return arguments.operands();
    }

    /** Reads the filters. */
    QueryBuilder filters(Arguments arguments) throws CommandException {
        provider(arguments);
        require(arguments, "--product", QueryBuilder::product, Facet.PRODUCT, Facet.FAMILY);
        require(arguments, "--family", QueryBuilder::family, Facet.FAMILY);
        require(arguments, "--vendor", QueryBuilder::vendor, Facet.VENDOR);
        return Filters.read(arguments);
    }

    /** Requires that the provider is known that {@code --provider} names. */
    void provider(Arguments arguments) throws CommandException {
        if (arguments.has("--provider")) {
            require(arguments, arguments.text("--provider").orElseThrow());
        }
    }

    /** A provider is known while it runs, and for as long as anything is left of it. */
    private void require(Arguments arguments, String provider) throws CommandException {
        Set<String> ids = new TreeSet<>();
        sync.providers().stream().map(ProviderStatus::id).forEach(ids::add);
        sync.runs(Integer.MAX_VALUE).stream().map(Run::provider).forEach(ids::add);
        if (!ids.contains(provider) && !isInCatalogue(provider, QueryBuilder::provider)) {
            throw new CommandException(arguments.usage().command() + ": there is no provider \"" + provider
                    + "\"; there are: " + String.join(", ", ids));
        }
    }

    private void require(
            Arguments arguments, String option, BiFunction<QueryBuilder, String, QueryBuilder> filter, Facet... facets)
            throws CommandException {
        String name = arguments.text(option).orElse("");
        if (arguments.has(option) && !isInCatalogue(name, filter)) {
            throw new CommandException(arguments.usage().command() + ": the catalogue has no " + option.substring(2)
                    + " \"" + name + "\"; " + similar(name, facets));
        }
    }

    /** A query without a type finds neither categories nor detectoids. */
    private boolean isInCatalogue(String name, BiFunction<QueryBuilder, String, QueryBuilder> filter) {
        CatalogView view = catalog.view();
        return Arrays.stream(UpdateType.values())
                .map(type -> filter.apply(Query.builder().type(type), name).limit(1))
                .anyMatch(query -> view.search(query.build()).total() > 0);
    }

    private String similar(String name, Facet... facets) {
        String part = name.toLowerCase(Locale.ROOT);
        var counts = catalog.view().facets(Query.all());
        List<String> similar = Stream.of(facets)
                .flatMap(facet -> counts.getOrDefault(facet, new TreeMap<>()).keySet().stream())
                .filter(known -> known.toLowerCase(Locale.ROOT).contains(part))
                .distinct()
                .limit(SHOWN)
                .toList();
        return similar.isEmpty()
                ? "patchbay:facets lists those that there are"
                : "there are: " + similar.stream().map(Table::visible).collect(Collectors.joining(", "));
    }
}
