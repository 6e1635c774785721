package io.patchbay.feeds;

import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import io.patchbay.model.VersionScheme.Place;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The CVE list as a source that any provider can join: how bad a vulnerability is that a vendor names, and for vendors who name none, which
 * release fixes which.
 *
 * <p>Which records there are of a product, NVD's index by CPE name tells; the list itself has no index. A provider declares {@link #RECORDS}
 * and an {@link #index} if it needs one, and calls {@link #fetch} and {@link #read}. A rating is never worth a release: what cannot be
 * fetched stays as it was.
 */
public final class CveList {
    /** The host of the records. */
    public static final String HOST = "raw.githubusercontent.com";

    /** The host of the index. */
    public static final String INDEX_HOST = "services.nvd.nist.gov";

    /** The records, {@code cve/CVE-2024-46461.json}. */
    public static final Feed RECORDS = Feed.json("cve", "https://" + HOST + "/CVEProject/cvelistV5/main/cves/");

    private static final String INDEX_NAME = "cve-index";
    private static final String INDEX = "https://" + INDEX_HOST + "/rest/json/cves/2.0?noRejected&virtualMatchString=";

    /** The index also has what the records say. */
    private static final Set<String> INDEX_FIELDS = Set.of("vulnerabilities", "cve", "id", "totalResults");

    private CveList() {}

    /**
     * The index of a product's records, a family of one document.
     *
     * @param cpe the beginning of its CPE name, such as {@code cpe:2.3:a:7-zip:7-zip}
     */
    public static Feed index(String cpe) {
        return Feed.json(INDEX_NAME, INDEX + cpe);
    }

    /** Fetches the index and the records that it names, as far as they can be had. */
    public static void fetch(Fetcher fetcher, Feed index) throws IOException, FeedException {
        Optional<Document> document = fetcher.fetchIfPossible(index, "nvd.json", fetcher.address(index));
        if (document.isPresent()) {
            fetch(fetcher, ids(Json.read(fetcher.snapshot(), document.get(), INDEX_FIELDS)));
        }
    }

    /** Fetches the records of these ids, as far as they can be had: an id may be known before its record is published. */
    public static void fetch(Fetcher fetcher, Collection<String> ids) throws IOException, FeedException {
        for (String id : new TreeSet<>(ids)) {
            fetcher.fetchIfPossible(RECORDS, id + ".json", URI.create(path(id)));
        }
    }

    private static SortedSet<String> ids(Value index) throws FeedException {
        SortedSet<String> ids = new TreeSet<>();
        for (Value vulnerability : index.get("vulnerabilities").items()) {
            Value id = vulnerability.get("cve").get("id");
            if (!Cve.isId(id.text())) {
                throw id.failure("a CVE id");
            }
            ids.add(id.text());
        }
        if (index.get("totalResults").number() > ids.size()) {
            throw index.get("totalResults").failure("all results on one page");
        }
        return ids;
    }

    /** Where the list keeps a record: {@code 2024/46xxx/CVE-2024-46461.json}. */
    static String path(String id) {
        String[] parts = id.split("-");
        String thousand = parts[2].substring(0, parts[2].length() - 3) + "xxx";
        return parts[1] + '/' + thousand + '/' + id + ".json";
    }

    /**
     * All records of a snapshot, ordered by document.
     *
     * @throws FeedException if one of them, or the index, is not what it should be
     */
    public static List<CveRecord> read(Snapshot snapshot) throws IOException, FeedException {
        List<CveRecord> records = new ArrayList<>();
        for (Document document : snapshot.documents()) {
            if (document.feed().equals(INDEX_NAME)) {
                ids(Json.read(snapshot, document, INDEX_FIELDS));
            }
            if (document.feed().equals(RECORDS.name())) {
                records.add(Json.walk(snapshot, document, CveReader::read));
            }
        }
        return records;
    }

    /**
     * What a release fixes by the word of the records.
     *
     * @param before the release before it in the same line
     */
    public static List<Cve> fixedBy(List<CveRecord> records, CveProduct product, String release, String before) {
        Place now = product.place(release);
        Place earlier = product.place(before);
        return records.stream()
                .filter(record -> record.isFixedBy(product, now, earlier))
                .map(CveRecord::cve)
                .toList();
    }

    /**
     * What a release fixes by the word of its vendor, as the records rate it, and by the word of the records; ordered by id.
     *
     * @param named what the vendor says that it fixes, such as {@link CveText#read} finds; of two with one id the first counts
     * @param before the release before it in the same line
     */
    public static List<Cve> fixed(
            List<CveRecord> records, Collection<Cve> named, CveProduct product, String release, String before) {
        SortedMap<String, Cve> cves = new TreeMap<>();
        rate(records, named).forEach(cve -> cves.putIfAbsent(cve.id(), cve));
        fixedBy(records, product, release, before).forEach(cve -> cves.putIfAbsent(cve.id(), cve));
        return List.copyOf(cves.values());
    }

    /**
     * As above, by a text about the release. The last version that the text says is affected stands for the release before; if it tells of none, only
     * what it names counts.
     *
     * @param source whose text it is, such as the name of a document
     */
    public static List<Cve> fixed(
            List<CveRecord> records, String text, String source, CveProduct product, String release) {
        String before = CveText.lastAffected(text, product.scheme()).orElse(release);
        return fixed(records, CveText.read(text, source), product, release, before);
    }

    /**
     * What a vendor names, as the records rate it. What they do not rate is as the vendor says, and what was withdrawn is left out. Whoever says
     * that it is used in attacks is believed.
     */
    public static List<Cve> rate(List<CveRecord> records, Collection<Cve> named) {
        return named.stream().flatMap(cve -> rate(records, cve).stream()).toList();
    }

    private static Optional<Cve> rate(List<CveRecord> records, Cve named) {
        Optional<CveRecord> record =
                records.stream().filter(r -> r.cve().id().equals(named.id())).findFirst();
        return record.isEmpty()
                ? Optional.of(named)
                : record.filter(r -> !r.rejected()).map(r -> joined(named, r.cve()));
    }

    private static Cve joined(Cve named, Cve recorded) {
        boolean onlyVendor = recorded.severity() == Severity.UNSPECIFIED && named.severity() != Severity.UNSPECIFIED;
        Cve rated = onlyVendor ? named : recorded;
        return named.exploited() || recorded.exploited() ? rated.asExploited() : rated;
    }
}
