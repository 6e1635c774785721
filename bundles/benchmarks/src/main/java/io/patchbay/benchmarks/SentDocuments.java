package io.patchbay.benchmarks;

import static io.patchbay.benchmarks.VendorSamples.form;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.patchbay.spi.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts back into a recorded case what was left out of it, as far as real samples or a documentation tell how much that is.
 *
 * <table>
 * <caption>What is put back</caption>
 * <tr><th>document</th><th>what</th><th>how much, by</th></tr>
 * <tr><td>releases of GitHub</td><td>the other fields of each release and file; of Notepad++, older releases up to the thirty of a page, in the
 *     last recorded one's form</td><td>documentation of the REST API; versions and days of the lifecycle sample</td></tr>
 * <tr><td>CVE records</td><td>the real record, or in its place another of the same product</td><td>cve-v5</td></tr>
 * <tr><td>NVD's index</td><td>the other fields of each vulnerability, of which there are as many as recorded; of VLC, as many as its list of changes
 *     names until 2021, each with its record</td><td>documentation of the API; news</td></tr>
 * <tr><td>Mozilla's product details</td><td>all releases</td><td>product-details</td></tr>
 * <tr><td>checksum lists</td><td>all languages; platforms and kinds of file as recorded</td><td>checksums</td></tr>
 * <tr><td>Mozilla's advisories</td><td>all in the listing, those since 2023 as documents</td><td>advisories, a third of the real ones</td></tr>
 * <tr><td>version history</td><td>older releases, to less than the fifty of a page</td><td>versionhistory</td></tr>
 * <tr><td>posts</td><td>the fifty of a page, in the plainest mark-up</td><td>chromereleases-text</td></tr>
 * <tr><td>Oracle's alert</td><td>as many rows about other products as that quarter had</td><td>cpu-risk-matrix</td></tr>
 * <tr><td>Java's releases, update map</td><td>all releases; a mapping from each of Java 8</td><td>lifecycle</td></tr>
 * <tr><td>Reader's installers</td><td>all languages</td><td>normalised-apptracker</td></tr>
 * <tr><td>Adobe's bulletins</td><td>as many as are read, copies of the recorded one</td><td>the provider</td></tr>
 * </table>
 *
 * <p>All else is as recorded: PuTTY's download page and checksum lists because they are recorded in full; its list of changes and pages of Adobe and
 * VideoLAN, which are longer in truth, because there is no sample of them.
 */
final class SentDocuments {
    private static final String PERSON = form("github-person");
    private static final String RELEASE = form("github-release").replace("PERSON", PERSON);
    private static final String FILE = form("github-asset").replace("PERSON", PERSON);

    private final String vendor;
    private final VendorSamples samples;
    private final MemorySnapshot snapshot;

    /** {@code samples} are those of all vendors. */
    SentDocuments(String vendor, Path samples, MemorySnapshot snapshot) {
        this.vendor = vendor;
        this.samples = new VendorSamples(samples.resolve(vendor));
        this.snapshot = snapshot;
    }

    void putBack() throws IOException {
        for (Document document : snapshot.documents()) {
            String name = document.name();
            put(name, sent(name, document.feed(), new String(snapshot.bytes(name), UTF_8)));
        }
    }

    private void put(String document, String text) {
        snapshot.with(document, text.getBytes(UTF_8));
    }

    private String sent(String name, String feed, String text) throws IOException {
        return switch (vendor + '/' + feed) {
            case "7zip/releases.json" -> fields(text);
            case "notepadplusplus/releases.json" -> fields(thirty(text));
            case "7zip/cve-index", "notepadplusplus/cve-index", "putty/cve-index" ->
                text.replace("\"id\"", form("nvd") + "\"id\"");
            case "7zip/cve", "notepadplusplus/cve", "putty/cve", "videolan/cve" ->
                record(name.replaceAll("cve/|\\.json", ""));
            case "videolan/cve-index" -> allVulnerabilities(text);
            case "mozilla/firefox.json", "mozilla/thunderbird.json" -> allReleases(name, text);
            case "mozilla/sha512sums" -> allLanguages(name, text);
            case "mozilla/advisory-tree.json" -> allAdvisories(text);
            case "google-chrome/releases" -> history(name, text);
            case "google-chrome/posts.json" -> after(text, "\"entry\": [", posts());
            case "oracle-java/alerts" -> after(text, "<tbody>", rows());
            case "oracle-java/releases.json" -> after(text, "\"releases\": [", releases(text));
            case "oracle-java/map.xml" -> after(text, "version=\"1.0\">", mappings());
            case "adobe/products" -> readerIn(name, text);
            case "adobe/downloads" -> installersIn(name, text);
            case "adobe/bulletins" -> bulletins(name, text);
            default -> text;
        };
    }

    private static String after(String text, String anchor, String what) {
        int end = text.indexOf(anchor) + anchor.length();
        return text.substring(0, end) + what + text.substring(end);
    }

    private static String fields(String releases) {
        return releases.replace("\"draft\"", RELEASE + "\"draft\"").replace("\"state\"", FILE + "\"state\"");
    }

    private String thirty(String recorded) throws IOException {
        int end = recorded.lastIndexOf(']');
        String last = recorded.substring(recorded.lastIndexOf("{\n    \"html_url\""), end);
        String dated = "\"name\": \"([0-9.]+)\",\\s*\"date\": \"([0-9-]+)\"";
        String older = samples.find("lifecycle/release-data-notepad-plus-plus.json", dated)
                .dropWhile(release -> !release.group(1).equals("8.9.5"))
                .skip(1)
                .limit(26)
                .map(of -> older(last.replace("8.9.5", of.group(1)).replace("2026-05-11", of.group(2)), of.group(2)))
                .collect(joining(","));
        return recorded.substring(0, end) + ',' + older + ']';
    }

    /** GitHub has digests of what was uploaded since June 2025. */
    private static String older(String release, String day) {
        return day.compareTo("2025-06") > 0
                ? release
                : release.replaceAll("\"digest\": \"[^\"]*\"", "\"digest\": null");
    }

    private String record(String id) throws IOException {
        List<String> records = samples.files("cve-v5");
        String record = records.contains(id + ".json") ? id + ".json" : records.get(0);
        return samples.read("cve-v5/" + record).replace(record.replace(".json", ""), id);
    }

    /** As many as VLC's own list of changes names. */
    private String allVulnerabilities(String index) throws IOException {
        List<String> others = samples.find("news/NEWS-3.0.x-2021-06.txt", "CVE-[0-9]{4}-[0-9]{4,}")
                .map(MatchResult::group)
                .distinct()
                .toList();
        for (String id : others) {
            put("cve/" + id + ".json", record(id));
        }
        String entries =
                others.stream().map("{\"cve\": {\"id\": \"%s\"}},"::formatted).collect(joining());
        return after(index, "\"vulnerabilities\": [", entries).replace("\"id\"", form("nvd") + "\"id\"");
    }

    private String allReleases(String name, String text) throws IOException {
        String others = samples.find("product-details/1.0/" + name, "(\"[^\"]+\"): \\{[^{}]*\\}")
                .filter(release -> !text.contains(release.group(1)))
                .map(release -> release.group() + ",\n")
                .collect(joining());
        return after(text, "\"releases\": {", others);
    }

    private String allLanguages(String name, String text) throws IOException {
        String sample = name.contains("firefox") ? "Firefox-143.0.3-2025-09-30" : "thunderbird-128.4.3-2024-11-13";
        List<String> others = samples.find(
                        "checksums/choco-language-checksums/" + sample + ".csv", "([A-Za-z-]+)\\|64\\|")
                .map(language -> language.group(1))
                .filter(language -> !text.contains('/' + language + '/'))
                .toList();
        return text.lines()
                .filter(line -> line.contains("/de"))
                .flatMap(line -> others.stream().map(language -> line.replace("/de", '/' + language) + '\n'))
                .collect(joining("", text, ""));
    }

    private String allAdvisories(String text) throws IOException {
        List<String> advisories = samples.files("advisories");
        for (String advisory : advisories) {
            if (advisory.compareTo("announce/2023") > 0) {
                put("advisories/" + advisory, samples.read("advisories/" + advisory));
            }
        }
        String entries =
                advisories.stream().map(form("github-tree-entry")::formatted).collect(joining());
        return after(text, "\"tree\": [", entries);
    }

    private String history(String name, String text) throws IOException {
        String sample = name.contains("extended")
                ? "win64-extended-releases"
                : name.contains("x86") ? "win-stable-releases-a" : "win64-stable-releases-a";
        String list = samples.read("versionhistory/reconstructed/" + sample + ".json");
        String older = ',' + list.substring(list.indexOf('[') + 1, list.lastIndexOf(']'));
        int end = text.lastIndexOf(']');
        return text.substring(0, end) + older + older + text.substring(end);
    }

    /** A section of the sample is a post, and each item that is not indented a paragraph of it. */
    private String posts() throws IOException {
        String post = form("blogger-post");
        String[] sections = samples.read("chromereleases-text/posts-a.md").split("\n# ");
        return IntStream.range(1, 50)
                .mapToObj(i -> post.replace("NUMBER", Integer.toString(i)).replace("CONTENT", html(sections[i])))
                .collect(joining());
    }

    private static String html(String section) {
        return section.lines()
                .filter(line -> line.startsWith("- "))
                .map(line ->
                        line.substring(2).replaceAll("\\[([^\\[\\]]+)\\]\\((https[^)]+)\\)", "<a href=\"$2\">$1</a>"))
                .collect(joining("</p><p>", "<p>The Stable channel has been updated.</p><p>", "</p>"))
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
    }

    /** That alert was about 374 vulnerabilities. */
    private String rows() throws IOException {
        return samples.read("cpu-risk-matrix/java-se-rows-a.csv")
                .replace("Java SE", "MySQL Server")
                .lines()
                .skip(1)
                .limit(369)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(SentDocuments::row)
                .collect(joining("\n"));
    }

    private static String row(String[] cells) {
        String metrics = IntStream.range(6, 15).mapToObj(i -> cells[i]).collect(joining("</td><td>"));
        return "<tr><th class=\"otable-col-sticky\">" + cells[0]
                + Stream.of(cells[3], cells[4], cells[19], cells[20], metrics, cells[21].replace("\"", ""), "")
                        .collect(joining("</td><td>", "</th><td>", "</td></tr>"));
    }

    private String releases(String text) throws IOException {
        String dated = "\"name\": \"(([0-9]+)[u.][^\"]*)\",\\s*\"date\": \"([^\"]*)\"";
        return samples.find("lifecycle/release-data-oracle-jdk.json", dated)
                .filter(release -> !text.contains('"' + release.group(1) + '"'))
                .map(of -> form("java-release").formatted(of.group(1), of.group(2), of.group(3)))
                .collect(joining());
    }

    private String mappings() throws IOException {
        return samples.find("lifecycle/release-data-oracle-jdk.json", "\"name\": \"8u([0-9]+)\"")
                .map(release -> form("java-mapping").formatted(release.group(1)))
                .collect(joining());
    }

    private List<String> languages() throws IOException {
        return samples.find("normalised-apptracker/AdobeAcrobatReaderDC-2026-05-08.json", "_([a-z]{2}_[A-Z]{2})\\.exe")
                .map(language -> language.group(1))
                .filter(language -> !language.equals("en_US") && !language.equals("eu_ES"))
                .distinct()
                .toList();
    }

    /** The download service calls languages by countries, but for Catalan. */
    private static String word(String language) {
        return language.equals("ca_ES") ? "ca" : language.substring(3).toLowerCase(Locale.ROOT);
    }

    private String readerIn(String name, String english) throws IOException {
        for (String language : name.equals("products/en.json") ? languages() : List.<String>of()) {
            put("products/" + word(language) + ".json", english.replace("English", language));
        }
        return english;
    }

    private String installersIn(String name, String english) throws IOException {
        for (String language : name.contains("/en-") ? languages() : List.<String>of()) {
            put(name.replace("/en-", '/' + word(language) + '-'), english.replace("en_US", language));
        }
        return english;
    }

    private String bulletins(String name, String text) {
        if (name.equals("bulletins/index.html")) {
            String link = "<tr><td><a href=\"/security/products/acrobat/apsb24-%d.html\">APSB24-%1$d</a></td></tr>\n";
            return after(
                    text,
                    "<tbody>",
                    IntStream.range(10, 33).mapToObj(link::formatted).collect(joining()));
        }
        for (int number = 10; number < 33; number++) {
            put("bulletins/apsb24-" + number + ".html", text.replace("APSB24-70", "APSB24-" + number));
        }
        return text;
    }
}
