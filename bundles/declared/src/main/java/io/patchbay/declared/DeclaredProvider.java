package io.patchbay.declared;

import io.patchbay.declared.ReleaseList.Listed;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveRecord;
import io.patchbay.model.Product;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A provider that a YAML or JSON file describes. Immutable and thread-safe. */
public final class DeclaredProvider implements FeedProvider {
    private static final Pattern HOST = Pattern.compile("\\*|(?:\\*\\.)?[A-Za-z0-9.-]+(?::[0-9]{1,5})?");
    private static final String[] KEYS = {"provider", "vendor", "hosts", "cpe", "feeds", "products"};

    private final ProviderInfo info;
    private final Map<String, DeclaredFeed> feeds;
    private final List<DeclaredProduct> products;
    private final Optional<Feed> cveIndex;

    private DeclaredProvider(
            ProviderInfo info,
            Map<String, DeclaredFeed> feeds,
            List<DeclaredProduct> products,
            Optional<Feed> cveIndex) {
        this.info = info;
        this.feeds = feeds;
        this.products = products;
        this.cveIndex = cveIndex;
    }

    /**
     * Reads a file, which is named by the provider's id, such as {@code keepass.yaml}.
     *
     * @throws DeclarationException if it does not describe a provider
     */
    public static DeclaredProvider read(Path file) throws IOException, DeclarationException {
        return parse(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * Reads the content of a file.
     *
     * @param file its name
     * @throws DeclarationException if it does not describe a provider
     */
    public static DeclaredProvider parse(String file, String content) throws DeclarationException {
        Setting root = Setting.parse(file, content).allowing(KEYS);
        Setting id = root.get("provider");
        if (!file.substring(0, Math.max(0, file.lastIndexOf('.'))).equals(id.text())) {
            throw id.problem(
                    "a file is named by its provider: this one would have to be " + id.text() + ".yaml or .json");
        }
        String vendor = root.get("vendor").text();
        Map<String, DeclaredFeed> feeds = DeclaredFeed.readAll(root.get("feeds"));
        List<DeclaredProduct> products = new ArrayList<>();
        for (Setting product : root.get("products").items("product")) {
            products.add(DeclaredProduct.read(product, vendor, feeds));
        }
        Optional<Feed> index = CveIndex.read(root);
        return new DeclaredProvider(info(root, vendor, feeds, products, index), feeds, products, index);
    }

    /** They go into the policy of the bundle that the file becomes, and nothing else may get there with them. */
    private static Set<String> hosts(Setting root) throws DeclarationException {
        Set<String> hosts = new TreeSet<>();
        Optional<Setting> declared = root.find("hosts");
        for (Setting host : declared.isPresent() ? declared.get().items() : List.<Setting>of()) {
            if (!HOST.matcher(host.text()).matches()) {
                throw host.expected("a host such as downloads.example.com");
            }
            hosts.add(host.text());
        }
        return hosts;
    }

    private static ProviderInfo info(
            Setting root,
            String vendor,
            Map<String, DeclaredFeed> feeds,
            List<DeclaredProduct> products,
            Optional<Feed> index)
            throws DeclarationException {
        Set<String> hosts = hosts(root);
        DeclaredFeed.feeds(feeds).forEach(feed -> hosts.add(feed.url().getHost()));
        index.ifPresent(feed -> hosts.addAll(List.of(CveList.INDEX_HOST, CveList.HOST)));
        List<Product> covered =
                products.stream().map(DeclaredProduct::product).distinct().toList();
        try {
            return new ProviderInfo(root.get("provider").text(), vendor, covered, hosts);
        } catch (IllegalArgumentException e) {
            throw root.get("provider").expected("lower-case letters, digits and hyphens");
        }
    }

    @Override
    public ProviderInfo info() {
        return info;
    }

    @Override
    public List<Feed> feeds() {
        List<Feed> all = new ArrayList<>(DeclaredFeed.feeds(feeds));
        cveIndex.ifPresent(index -> all.addAll(List.of(index, CveList.RECORDS)));
        return List.copyOf(all);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        for (DeclaredFeed feed : feeds.values()) {
            if (!feed.isFamily()) {
                fetcher.fetch(feed.feed());
            }
        }
        fetchFamilies(fetcher);
        if (cveIndex.isPresent()) {
            CveList.fetch(fetcher, cveIndex.get());
        }
    }

    private void fetchFamilies(Fetcher fetcher) throws IOException, FeedException {
        List<DeclaredFeed> families =
                feeds.values().stream().filter(DeclaredFeed::isFamily).toList();
        if (families.isEmpty()) {
            return;
        }
        Set<String> fetched = new HashSet<>();
        for (DeclaredProduct product : products) {
            List<Listed> releases = product.list().read(new Documents(fetcher.snapshot()));
            for (Listed release : product.list().kept(releases)) {
                boolean newest = release.equals(releases.get(0));
                for (DeclaredFeed family : families) {
                    fetch(fetcher, family, product.namesFor(family, release), newest, fetched);
                }
            }
        }
    }

    /** What only belongs to an older release is worth no failure. */
    private static void fetch(
            Fetcher fetcher, DeclaredFeed family, List<Names> all, boolean needed, Set<String> fetched)
            throws IOException, FeedException {
        for (Names names : all) {
            if (!fetched.add(family.document(names))) {
                continue;
            }
            if (needed) {
                fetcher.fetch(family.feed(), family.member(names), family.relative(names));
            } else {
                fetcher.fetchIfPossible(family.feed(), family.member(names), family.relative(names));
            }
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<CveRecord> records = cveIndex.isEmpty() ? List.of() : CveList.read(snapshot);
        Documents documents = new Documents(snapshot);
        for (DeclaredProduct product : products) {
            product.parse(info.id(), documents, records, sink);
        }
    }
}
