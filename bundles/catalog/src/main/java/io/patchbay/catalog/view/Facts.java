package io.patchbay.catalog.view;

import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists, filters and supersedence need of one revision of an update. Texts have no control characters.
 *
 * @param expired whether the vendor said that it is withdrawn
 * @param version the displayed version; blank if there is none
 * @param position the place in its line; null if it is in none
 * @param parents of a category, the categories that it names as prerequisites; else empty
 * @param bundled the updates that it installs, whether always or as alternatives
 */
public record Facts(
        UpdateId id,
        UpdateType type,
        boolean expired,
        String title,
        String vendor,
        List<Product> products,
        String version,
        @Nullable LinePosition position,
        Architecture architecture,
        SortedSet<String> languages,
        Classification classification,
        Severity severity,
        Reboot reboot,
        boolean eula,
        @Nullable LocalDate released,
        List<String> kbArticles,
        List<String> bulletins,
        List<String> cves,
        List<UpdateId> supersedes,
        List<UpdateId> parents,
        List<UpdateId> bundled) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Reads them off an update. */
    public static Facts of(Update update) {
        Release release = update.release();
        Security security = update.security();
        return new Facts(
                update.id(),
                update.type(),
                update.publication() == PublicationState.EXPIRED,
                title(update),
                plain(release.vendor()),
                release.products().stream().flatMap(Facts::plain).toList(),
                release.version() == null ? "" : plain(release.version().display()),
                LinePosition.of(release),
                release.architecture(),
                new TreeSet<>(plain(release.languages())),
                release.classification(),
                worst(security),
                update.installation().reboot(),
                update.licensing().eula() != null,
                release.released(),
                plain(update.description().kbArticles()),
                plain(security.bulletins()),
                plain(security.cves().stream().map(Cve::id).toList()),
                List.copyOf(update.relationships().supersedes()),
                parents(update),
                flat(update.relationships().bundles()));
    }

    private static String title(Update update) {
        String title = plain(update.description().title());
        return title.isBlank() ? update.id().toString() : title;
    }

    private static Severity worst(Security security) {
        return security.cves().stream().map(Cve::severity).reduce(security.severity(), Severity::max);
    }

    private static List<UpdateId> parents(Update update) {
        return update.type() != UpdateType.CATEGORY
                ? List.of()
                : flat(update.relationships().prerequisites());
    }

    private static List<UpdateId> flat(Collection<SortedSet<UpdateId>> groups) {
        return groups.stream().flatMap(Collection::stream).distinct().toList();
    }

    private static Stream<Product> plain(Product product) {
        String name = plain(product.name());
        return name.isEmpty() && product.category() == null
                ? Stream.empty()
                : Stream.of(new Product(name, plain(product.family()), product.category()));
    }

    private static List<String> plain(Collection<String> texts) {
        return texts.stream().map(Facts::plain).distinct().toList();
    }

    static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
