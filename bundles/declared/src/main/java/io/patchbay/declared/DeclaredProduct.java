package io.patchbay.declared;

import io.patchbay.declared.ReleaseList.Listed;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A product of the vendor: where its releases stand, what is said of each, and how each is given out.
 *
 * @param cveNames its names in the CVE list
 */
record DeclaredProduct(
        String vendor,
        Product product,
        CveProduct cveNames,
        ReleaseList list,
        ReleaseFacts facts,
        List<DeclaredPackage> packages) {
    private static final String[] KEYS = {"name", "family", "channel", "scheme", "cve-names", "releases", "packages"};
    private static final String[] RELEASE_KEYS = {
        "feed",
        "each",
        "where",
        "version",
        "tag",
        "keep",
        "released",
        "date-format",
        "notes",
        "text",
        "cves",
        "severity",
        "security"
    };

    DeclaredProduct {
        packages = List.copyOf(packages);
    }

    static DeclaredProduct read(Setting setting, String vendor, Map<String, DeclaredFeed> feeds)
            throws DeclarationException {
        setting.allowing(KEYS);
        String name = setting.get("name").text();
        Product product = Product.named(name, setting.findText("family").orElse(name));
        Optional<Setting> declared = setting.find("scheme");
        VersionScheme scheme =
                declared.isEmpty() ? VersionScheme.DOTTED : declared.get().choice(VersionScheme.values());
        Setting releases = setting.get("releases").allowing(RELEASE_KEYS);
        DeclaredFeed feed = Vocabulary.feed(releases.get("feed"), feeds, List.of());
        Vocabulary words = new Vocabulary(feeds, feed, Names.OF_RELEASE);
        String channel = setting.findText("channel").orElse("release");
        List<DeclaredPackage> packages = new ArrayList<>();
        Set<Line> lines = new HashSet<>();
        for (Setting item : setting.get("packages").items("package")) {
            DeclaredPackage read = DeclaredPackage.read(item, name, channel, words);
            if (!lines.add(read.line())) {
                throw item.problem("another package has the same architecture and type, so both would be one update");
            }
            packages.add(read);
        }
        return new DeclaredProduct(
                vendor,
                product,
                new CveProduct(scheme, Set.copyOf(setting.texts("cve-names"))),
                ReleaseList.read(releases, scheme, words),
                ReleaseFacts.read(releases, words),
                packages);
    }

    /** For what the documents of a family are that a release has: one for it, or one for each of its files. */
    List<Names> namesFor(DeclaredFeed family, Listed release) {
        Names names = release.scope().names();
        return family.isOfFiles() ? packages.stream().map(of -> of.names(names)).toList() : List.of(names);
    }

    /** Hands over the updates of each release. What the newest lacks is an error; an older one without it gives fewer. */
    void parse(String provider, Documents documents, List<CveRecord> records, UpdateSink sink)
            throws IOException, FeedException {
        List<Listed> releases = list.read(documents);
        List<Listed> kept = list.kept(releases);
        for (int i = 0; i < kept.size(); i++) {
            String before = releases.get(Math.min(i + 1, releases.size() - 1)).version();
            Released released = new Released(provider, kept.get(i), before, records);
            for (DeclaredPackage of : packages) {
                Optional<Update> update = i == 0 ? Optional.of(released.update(of)) : released.find(of);
                if (update.isPresent()) {
                    sink.accept(update.get());
                }
            }
        }
    }

    /** A release, and what it takes to make updates of it. */
    private final class Released {
        private final String provider;
        private final Listed listed;
        private final List<CveRecord> records;
        private final List<Cve> fixed;

        Released(String provider, Listed listed, String before, List<CveRecord> records) {
            this.provider = provider;
            this.listed = listed;
            this.records = records;
            this.fixed = CveList.fixedBy(records, cveNames, listed.version(), before);
        }

        /** Empty if something was never said of the release, or no longer is; a damaged document is an error all the same. */
        Optional<Update> find(DeclaredPackage of) throws IOException, FeedException {
            try {
                return Optional.of(update(of));
            } catch (FeedException e) {
                if (e.code() != FeedException.Code.NOT_THE_FEED) {
                    throw e;
                }
                return Optional.empty();
            }
        }

        Update update(DeclaredPackage of) throws IOException, FeedException {
            Scope scope = listed.scope();
            String document = scope.document(null);
            Security rated = facts.security(scope, cves(scope));
            ContentFile file = of.content(scope);
            return new VendorRelease(document)
                    .released(facts.released(scope))
                    .secure(facts.isSecure(scope, rated))
                    .described(facts.text(scope), List.of(), facts.notes(scope), document)
                    .fixes(rated, document)
                    .of(of.of(provider, vendor, product, version(of), scope.names()), file, source(file, document))
                    .build();
        }

        private Version version(DeclaredPackage of) throws FeedException {
            String tag = listed.scope().names().get(Names.TAG);
            return new Version(list.scheme(), listed.version(), listed.version(), of.shown(listed.scope()), tag);
        }

        /** Files are what the document says that gives their digest. */
        private static String source(ContentFile file, String otherwise) {
            return file.digests().isEmpty() ? otherwise : file.digests().get(0).source();
        }

        private List<Cve> cves(Scope scope) throws IOException, FeedException {
            Map<String, Cve> cves = new TreeMap<>();
            facts.cves(scope, records).forEach(cve -> cves.put(cve.id(), cve));
            fixed.forEach(cve -> cves.put(cve.id(), cve));
            return List.copyOf(cves.values());
        }
    }
}
