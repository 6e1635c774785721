package io.patchbay.feeds.vendor;

import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Licensing;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's feeds say of a release, whichever of its packages an update is. What is not said stays empty. Not thread-safe.
 *
 * <pre>{@code
 * VendorRelease release = new VendorRelease("latest.html").released(day).fixes(security, "security.html");
 * sink.accept(release.of(windowsPackage, file, "sha256sums").build());
 * }</pre>
 */
public final class VendorRelease {
    private static final Pattern VULNERABILITY =
            Pattern.compile("vulnerab|security (issue|fix)|CVE-[0-9]", Pattern.CASE_INSENSITIVE);

    private final String document;
    private @Nullable LocalDate released;
    private @Nullable LocalDate endOfLife;
    private Classification classification = Classification.UPDATES;
    private Rollout rollout = Rollout.COMPLETE;
    private String text = "";
    private List<URI> pages = List.of();
    private @Nullable URI notes;
    private String textDocument;
    private @Nullable Security security;
    private String securityDocument = "";
    private @Nullable Licensing licensing;

    /** A release that everybody gets, of no known day. {@code document} is the name of the document that says that there is one. */
    public VendorRelease(String document) {
        this.document = document;
        textDocument = document;
    }

    /** Sets the day of the release; null if the vendor does not say. */
    public VendorRelease released(@Nullable LocalDate day) {
        released = day;
        return this;
    }

    /** Sets how far the vendor has come with giving it out; of what several documents say, the least. */
    public VendorRelease rollout(Rollout stage) {
        rollout = stage.compareTo(rollout) > 0 ? stage : rollout;
        return this;
    }

    /** Sets the day after which its line is no longer maintained; null if the vendor does not say. */
    public VendorRelease endOfLife(@Nullable LocalDate day) {
        endOfLife = day;
        return this;
    }

    /** Sets the kind of update. */
    public VendorRelease classified(Classification kind) {
        classification = kind;
        return this;
    }

    /** Makes it a security update if it fixes a vulnerability, be it without a CVE. */
    public VendorRelease secure(boolean fixes) {
        return fixes ? classified(Classification.SECURITY_UPDATES) : this;
    }

    /** Makes it a security update if the vendor's own words about it tell of a vulnerability. */
    public VendorRelease secureBy(String words) {
        return secure(tellOfVulnerability(words));
    }

    /** Most words tell of none, which parts of the pattern that all of it needs show sooner. */
    static boolean tellOfVulnerability(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        boolean may = lower.contains("vulnerab") || lower.contains("security") || lower.contains("cve-");
        return may && VULNERABILITY.matcher(words).find();
    }

    /**
     * Sets the description.
     *
     * @param words plain text; blank if there is none
     * @param about pages about it
     * @param releaseNotes the release notes
     * @param from the name of the document that says so
     */
    public VendorRelease described(String words, List<URI> about, @Nullable URI releaseNotes, String from) {
        text = words;
        pages = List.copyOf(about);
        notes = releaseNotes;
        textDocument = from;
        return this;
    }

    /** Sets the description to words of the document that tells of it; it is a security update if they tell of a vulnerability. */
    public VendorRelease told(String words) {
        return secureBy(words).described(words, List.of(), null, document);
    }

    /** Sets what it fixes, by the document of this name; with a bulletin or a CVE, it is a security update unless another kind was set. */
    public VendorRelease fixes(Security fixed, String from) {
        security = fixed;
        securityDocument = from;
        return secure(classification == Classification.UPDATES && isNamed(fixed));
    }

    /** As above, as severe as the worst of these. */
    public VendorRelease fixes(List<Cve> cves, String from) {
        return fixes(Security.worstOf(List.of(), cves), from);
    }

    /** Sets what must be agreed to. */
    public VendorRelease licensed(Licensing terms) {
        licensing = terms;
        return this;
    }

    /**
     * Starts the update that it is of a package, with everything that is known.
     *
     * @param files what is installed, in one language each or one for all
     * @param from the name of the document that says what they are
     */
    public Update.Builder of(WindowsPackage of, List<ContentFile> files, String from) {
        return of(of.id(), of, files, from);
    }

    /** As above, of a package that is one file. */
    public Update.Builder of(WindowsPackage of, ContentFile file, String from) {
        return of(of, List.of(file), from);
    }

    /** As above, for an update that has another id than its package gives it. */
    public Update.Builder of(UpdateId id, WindowsPackage of, List<ContentFile> files, String from) {
        Update.Builder update = Update.builder(id, UpdateType.SOFTWARE)
                .release(release(of, files, classification), document)
                .description(Description.english(of.title(), text).withLinks(pages, notes), textDocument)
                .applicability(of.applicability(), document)
                .installation(of.installation(), document);
        if (!files.isEmpty()) {
            update.files(files, from);
        }
        if (security != null) {
            update.security(security, securityDocument);
        }
        if (licensing != null) {
            update.licensing(licensing, document);
        }
        return update;
    }

    /**
     * As above, of a package that a catalogue of the vendor describes: size and digests, rules and installation are the catalogue's, and so is
     * the rating if nothing else rates what is fixed. Catalogues do not name the programs that must not run meanwhile.
     */
    public Update.Builder of(WindowsPackage of, Update catalogued) {
        String catalog = catalogued.sources().values().iterator().next();
        Update.Builder update = of(of, catalogued.files(), catalog)
                .revision(0, catalogued.publication())
                .applicability(catalogued.applicability(), catalog)
                .installation(Setup.blocked(catalogued.installation(), of.installation()), catalog);
        boolean rated = security != null && security.severity() != Severity.UNSPECIFIED;
        if (rated || catalogued.security().equals(Security.UNSPECIFIED)) {
            return update;
        }
        Security fixed = security == null ? catalogued.security() : rated(security, catalogued.security());
        Release release = release(of, catalogued.files(), classification(fixed, catalogued.release()));
        return update.release(release, document).security(fixed, catalog);
    }

    /** Hands over the update that it is of a package that is one file. */
    public void publish(WindowsPackage of, ContentFile file, String from, UpdateSink sink)
            throws IOException, FeedException {
        sink.accept(of(of, file, from).build());
    }

    /** As a catalogue rates it; what the release is said to fix stays, even if nobody else says how bad that is. */
    private static Security rated(Security said, Security known) {
        List<String> ids = said.cves().stream().map(Cve::id).toList();
        Stream<Cve> others = known.cves().stream().filter(cve -> !ids.contains(cve.id()));
        return new Security(
                known.severity(),
                said.vendorSeverity() == null ? known.vendorSeverity() : said.vendorSeverity(),
                Stream.concat(said.bulletins().stream(), known.bulletins().stream())
                        .distinct()
                        .toList(),
                Stream.concat(said.cves().stream(), others).toList());
    }

    private Classification classification(Security fixed, Release catalogued) {
        if (classification != Classification.UPDATES) {
            return classification;
        }
        return isNamed(fixed) ? Classification.SECURITY_UPDATES : catalogued.classification();
    }

    private static boolean isNamed(Security fixed) {
        return !fixed.bulletins().isEmpty() || !fixed.cves().isEmpty();
    }

    private Release release(WindowsPackage of, List<ContentFile> files, Classification kind) {
        return new Release(
                of.vendor(),
                List.of(of.product()),
                of.version(),
                of.line(),
                of.line().architecture(),
                languages(of, files),
                kind,
                released,
                rollout,
                endOfLife);
    }

    /** A line of one language group says so itself; else each language that has a file of its own counts. */
    private static SortedSet<String> languages(WindowsPackage of, List<ContentFile> files) {
        SortedSet<String> languages = new TreeSet<>();
        for (ContentFile file : of.line().languages().isEmpty() ? files : List.<ContentFile>of()) {
            if (file.language() != null) {
                languages.add(file.language());
            }
        }
        return languages;
    }
}
