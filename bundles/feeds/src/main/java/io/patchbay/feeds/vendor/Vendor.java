package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.feeds.Yaml;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Architecture;
import io.patchbay.model.Eula;
import io.patchbay.model.Licensing;
import io.patchbay.model.Product;
import io.patchbay.model.Version;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.UpdateSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A vendor as the data of its provider describe it. Immutable and thread-safe.
 *
 * <pre>{@code
 * private static final Vendor VENDOR = Vendor.of(ExampleProvider.class);
 * }</pre>
 */
public final class Vendor {
    private static final String FILE = "vendor.yaml";

    private final String id;
    private final String name;
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Set<String> hosts = new TreeSet<>();
    private final Map<String, List<PackageTemplate>> packages = new TreeMap<>();
    private final List<PackageTemplate> all;
    private final List<Ended> ended = new ArrayList<>();
    private final Map<String, Licensing> licences = new TreeMap<>();

    Vendor(Value file) throws FeedException {
        Keys.check(file, "id", "vendor", "products", "hosts", "lists", "rules", "packages", "ended", "licences");
        id = file.get("id").text();
        name = file.get("vendor").text();
        for (Map.Entry<String, Value> product : file.get("products").fields().entrySet()) {
            products.put(
                    product.getKey(),
                    Product.named(product.getKey(), product.getValue().text()));
        }
        hosts.addAll(Keys.texts(file, "hosts"));
        PackageReader reader = new PackageReader(new RuleReader(Keys.fields(file, "rules")), lists(file));
        readPackages(file.get("packages"), reader);
        for (Value entry : file.find("ended").isPresent() ? file.get("ended").items() : List.<Value>of()) {
            ended.add(Ended.read(entry, reader));
        }
        all = packages.values().stream().flatMap(List::stream).toList();
        readLicences(file);
    }

    /**
     * Reads {@code vendor.yaml}, which lies beside the class of the provider.
     *
     * @throws IllegalStateException if it is missing or not as it should be: the bundle is broken
     */
    public static Vendor of(Class<?> provider) {
        try {
            return new Vendor(Yaml.resource(provider, FILE));
        } catch (FeedException e) {
            throw new IllegalStateException(provider.getName() + ": " + e.getMessage(), e);
        }
    }

    /** The provider's id. */
    public String id() {
        return id;
    }

    /** The company. */
    public String name() {
        return name;
    }

    /** Who the provider of these feeds is: it may talk to their hosts, and to those that the data name beside them. */
    public ProviderInfo info(List<Feed> feeds) {
        Set<String> all = new TreeSet<>(hosts);
        feeds.forEach(feed -> all.add(feed.url().getHost()));
        return new ProviderInfo(id, name, List.copyOf(products.values()), all);
    }

    /** All packages of a release. */
    public List<WindowsPackage> packages(Version version) {
        return filled(all, version, Words.of(version), any -> true);
    }

    /** What the files of all packages of a release are called, in their order. */
    public List<String> files(Version version) {
        Words words = Words.of(version);
        return all.stream().map(of -> of.file(words)).toList();
    }

    /** The packages of a release of whose files this is true, by their names: of an old one there may be none, and nothing to be made of them. */
    public List<WindowsPackage> packages(Version version, Predicate<String> files) {
        return filled(all, version, Words.of(version), files);
    }

    /** The packages of a release for a processor. */
    public List<WindowsPackage> packages(Version version, Architecture processor) {
        return filled(of(processor, all), version, Words.of(version), any -> true);
    }

    /** The packages of a release that stand under this name, where the data have several groups of them; those for x86 first. */
    public List<WindowsPackage> packages(String group, Version version) {
        return packages(group, version, Words.of(version));
    }

    /**
     * As above.
     *
     * @param words what names in their texts stand for: those of the version and others
     */
    public List<WindowsPackage> packages(String group, Version version, Words words) {
        return filled(group(group), version, words, any -> true);
    }

    /** As above, those for a processor. */
    public List<WindowsPackage> packages(String group, Version version, Words words, Architecture processor) {
        return filled(of(processor, group(group)), version, words, any -> true);
    }

    private List<PackageTemplate> group(String group) {
        List<PackageTemplate> some = packages.get(group);
        if (some == null) {
            throw new IllegalArgumentException("no packages of " + group + ", only of " + packages.keySet());
        }
        return some;
    }

    private static List<PackageTemplate> of(Architecture processor, List<PackageTemplate> some) {
        return some.stream().filter(of -> of.architecture() == processor).toList();
    }

    private List<WindowsPackage> filled(
            List<PackageTemplate> some, Version version, Words words, Predicate<String> files) {
        List<WindowsPackage> filled = new ArrayList<>();
        for (PackageTemplate of : some) {
            String file = of.file(words);
            if (files.test(file)) {
                filled.add(of.fill(this, version, words, file));
            }
        }
        return List.copyOf(filled);
    }

    /**
     * Gives what the vendor has ended, which is there to be found and removed only. No feed speaks of it any more.
     *
     * @param document the name of a document that each snapshot has, with which it comes
     */
    public void ended(String document, UpdateSink sink) throws FeedException {
        for (Ended each : ended) {
            sink.accept(each.update(this, document));
        }
    }

    /** The licence that stands under this name. */
    public Licensing licence(String licence) {
        Licensing found = licences.get(licence);
        if (found == null) {
            throw new IllegalArgumentException("no licence " + licence + ", only " + licences.keySet());
        }
        return found;
    }

    Product product(String product, String family) {
        return products.getOrDefault(product, Product.named(product, family));
    }

    /** Either one group of packages, or several with their names. */
    private void readPackages(Value value, PackageReader reader) throws FeedException {
        if (value.isArray()) {
            packages.put("", reader.read(value));
            return;
        }
        for (Map.Entry<String, Value> group : value.fields().entrySet()) {
            packages.put(group.getKey(), byProcessor(reader.read(group.getValue())));
        }
    }

    private static List<PackageTemplate> byProcessor(List<PackageTemplate> group) {
        return group.stream()
                .sorted(Comparator.comparing(PackageTemplate::architecture))
                .toList();
    }

    private void readLicences(Value file) throws FeedException {
        for (Map.Entry<String, Value> licence : Keys.fields(file, "licences").entrySet()) {
            Value value = licence.getValue();
            Keys.check(value, "name", "page", "download");
            Eula eula = new Eula(
                    value.get("name").text(), Map.of("en", value.get("page").text()), false);
            boolean free = value.get("download").text().equals("anybody");
            licences.put(
                    licence.getKey(), new Licensing(eula, free ? Acquisition.DOWNLOADABLE : Acquisition.VENDOR_ONLY));
        }
    }

    private static Map<String, List<String>> lists(Value file) throws FeedException {
        Map<String, List<String>> lists = new TreeMap<>();
        for (String list : Keys.fields(file, "lists").keySet()) {
            lists.put(list, Keys.texts(file.get("lists"), list));
        }
        return lists;
    }
}
