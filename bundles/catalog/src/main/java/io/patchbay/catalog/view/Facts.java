package io.patchbay.catalog.view;

import io.patchbay.catalog.Evidence;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists, filters and supersedence need of one revision of an update. Texts have no control characters.
 *
 * @param expired whether the vendor said that it is withdrawn
 * @param givenTitle blank if it has none
 * @param version the displayed version; blank if there is none
 * @param position the place in its line; null if it is in none
 * @param rollout how far the vendor has come with giving it out
 * @param endOfLife the day after which its line is no longer maintained; null if the vendor does not say
 * @param threat the worst that is said of {@code cves}
 * @param supersededBy the updates that its own document says replace it; what others say of that is in their {@code supersedes}
 * @param parents of a category, the categories that it names as prerequisites; else empty
 * @param bundled the updates that it installs, whether always or as alternatives
 * @param evidence the worst of its own files'; null if it has none
 * @param digests what the digests of its files are told by
 */
public record Facts(
        UpdateId id,
        UpdateType type,
        boolean expired,
        String givenTitle,
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
        Rollout rollout,
        @Nullable LocalDate endOfLife,
        List<String> kbArticles,
        List<String> bulletins,
        List<String> cves,
        Threat threat,
        List<UpdateId> supersedes,
        List<UpdateId> supersededBy,
        List<UpdateId> parents,
        List<UpdateId> bundled,
        @Nullable Evidence evidence,
        List<DigestMark> digests) {
    private static final char DELETE = 0x7f;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** What it is called: its id if it has no title. */
    public String title() {
        return givenTitle.isBlank() ? id.toString() : givenTitle;
    }

    /** The same, with another rating, other references and another threat. */
    Facts rated(Severity rating, List<String> allBulletins, List<String> allCves, Threat worst) {
        return new Facts(
                id,
                type,
                expired,
                givenTitle,
                vendor,
                products,
                version,
                position,
                architecture,
                languages,
                classification,
                rating,
                reboot,
                eula,
                released,
                rollout,
                endOfLife,
                kbArticles,
                allBulletins,
                allCves,
                worst,
                supersedes,
                supersededBy,
                parents,
                bundled,
                evidence,
                digests);
    }

    /** Whether rating, references and threat are those of others. */
    boolean isRatedAs(Facts others) {
        return severity == others.severity
                && bulletins.equals(others.bulletins)
                && cves.equals(others.cves)
                && threat.equals(others.threat);
    }

    /** Whether a CVE id or a bulletin holds the term; see {@link Words#terms}. */
    boolean refersTo(String term) {
        return Stream.concat(cves.stream(), bulletins.stream())
                .anyMatch(reference -> Words.contain(Words.of(reference), term));
    }

    /** Reads them off an update. */
    public static Facts of(Update update) {
        Release release = update.release();
        Security security = update.security();
        return new Facts(
                update.id(),
                update.type(),
                update.publication() == PublicationState.EXPIRED,
                plain(update.description().title()),
                plain(release.vendor()),
                products(release),
                release.version() == null ? "" : plain(release.version().display()),
                LinePosition.of(release),
                release.architecture(),
                languages(release),
                release.classification(),
                worst(security),
                update.installation().reboot(),
                update.licensing().eula() != null,
                release.released(),
                release.rollout(),
                release.endOfLife(),
                plain(update.description().kbArticles()),
                plain(security.bulletins()),
                cves(security),
                Threat.of(security.cves()),
                List.copyOf(update.relationships().supersedes()),
                List.copyOf(update.relationships().supersededBy()),
                parents(update),
                flat(update.relationships().bundles()),
                evidence(update.files()),
                DigestMark.of(update.files()));
    }

    private static @Nullable Evidence evidence(List<ContentFile> files) {
        return files.stream().map(Evidence::of).reduce(Evidence::worst).orElse(null);
    }

    private static Severity worst(Security security) {
        Severity worst = security.severity();
        for (Cve cve : security.cves()) {
            worst = worst.max(cve.severity());
        }
        return worst;
    }

    private static List<String> cves(Security security) {
        List<String> ids = new ArrayList<>();
        security.cves().forEach(cve -> ids.add(cve.id()));
        return plain(ids);
    }

    private static List<UpdateId> parents(Update update) {
        return update.type() != UpdateType.CATEGORY
                ? List.of()
                : flat(update.relationships().prerequisites());
    }

    private static List<UpdateId> flat(List<SortedSet<UpdateId>> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        Set<UpdateId> ids = new LinkedHashSet<>();
        groups.forEach(ids::addAll);
        return List.copyOf(ids);
    }

    private static List<Product> products(Release release) {
        List<Product> products = new ArrayList<>();
        for (Product product : release.products()) {
            String name = plain(product.name());
            if (!name.isEmpty() || product.category() != null) {
                products.add(new Product(name, plain(product.family()), product.category()));
            }
        }
        return products;
    }

    private static SortedSet<String> languages(Release release) {
        for (String language : release.languages()) {
            if (!language.equals(plain(language))) {
                return new TreeSet<>(plain(release.languages()));
            }
        }
        return release.languages();
    }

    private static List<String> plain(Collection<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Set<String> plain = new LinkedHashSet<>();
        for (String text : texts) {
            plain.add(plain(text));
        }
        return List.copyOf(plain);
    }

    /** Most texts are plain, which is soon seen. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == DELETE) {
                return CONTROL.matcher(text).replaceAll(" ").strip();
            }
        }
        return text.strip();
    }
}
