package io.patchbay.declared;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Feed;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is wrong in one place is refused for that, with its line, its key and what is allowed there. */
class DeclarationTest {
    private static final String GOOD =
            """
            provider: example
            vendor: Example Ltd
            feeds:
              list.json: {url: "https://vendor.example/list.json"}
              page.html: {url: "https://vendor.example/page.html"}
              sums: {url: "https://vendor.example/${version}/sums", format: text}
            products:
              - name: Example
                scheme: dotted
                releases:
                  feed: list.json
                  each: $[*]
                  version: {find: $.version}
                  released: {find: $.day}
                  date-format: d.M.yyyy
                packages:
                  - file: example-${version}.exe
                    architecture: x64
                    url: https://vendor.example/${version}/${file}
                    sha256: {checksums: sums, path: "${file}"}
                    found: {key: example}
                    install:
                      arguments: /S
                      restart: never
                      return-codes: {3010: restart}
            """;

    private static String refusal(String content) {
        return assertThrows(DeclarationException.class, () -> DeclaredProvider.parse("example.yaml", content))
                .getMessage();
    }

    @Test
    void isGoodAsItIs() {
        assertDoesNotThrow(() -> DeclaredProvider.parse("example.yaml", GOOD));
    }

    @Test
    void canBeJson() throws Exception {
        String json =
                """
                {"provider": "example", "vendor": "Example Ltd",
                 "feeds": {"list.json": {"url": "https://vendor.example/list.json"}},
                 "products": [{"name": "Example", "releases": {"feed": "list.json", "version": {"find": "$.version"}},
                   "packages": [{"file": "example.msi", "url": "https://vendor.example/example.msi",
                     "found": {"entry": "Example"}, "install": {}}]}]}
                """;
        assertEquals(
                "example", DeclaredProvider.parse("example.json", json).info().id());
    }

    @Test
    void namesHostsAndNothingElse() throws Exception {
        String hosts = "hosts: [dl.example.com, '*.example.org', 'example.net:8443']\nfeeds:";
        assertTrue(DeclaredProvider.parse("example.yaml", GOOD.replaceFirst("feeds:", hosts))
                .info()
                .hosts()
                .contains("*.example.org"));
        for (String wrong : List.of("https://dl.example.com", "a b", "a\", \"http\": true")) {
            String content = GOOD.replaceFirst("feeds:", Matcher.quoteReplacement("hosts: ['" + wrong + "']\nfeeds:"));
            assertTrue(refusal(content).contains("hosts[0]: expected a host such as downloads.example.com"), wrong);
        }
    }

    @Test
    void quotesSignsInACpeName() throws Exception {
        for (String name : List.of("notepad\\+\\+", "notepad%5C%2B%5C%2B")) {
            String content = GOOD.replace("feeds:", "cpe: cpe:2.3:a:notepad-plus-plus:" + name + "\nfeeds:");
            Feed index = DeclaredProvider.parse("example.yaml", content).feeds().get(3);
            assertTrue(index.url().toString().endsWith("=cpe:2.3:a:notepad-plus-plus:notepad%5C%2B%5C%2B"), name);
        }
    }

    @Test
    void hasAProductAndAPackage() {
        String products = GOOD.substring(0, GOOD.indexOf("products:")) + "products: []\n";
        String message = refusal(products);
        assertTrue(message.contains("line 7 products: expected at least one product, found none"), message);
        message = refusal(GOOD.substring(0, GOOD.indexOf("    packages:")) + "    packages: []\n");
        assertTrue(
                message.contains("line 16 products[0].packages: expected at least one package, found none"), message);
    }

    @Test
    void hasOnePackageOfAKind() {
        String again = GOOD.substring(GOOD.indexOf("      - file:"));
        String message = refusal(GOOD + again);
        assertTrue(
                message.contains("line 26 products[0].packages[1]: another package has the same architecture and type"),
                message);
        assertDoesNotThrow(() -> DeclaredProvider.parse("example.yaml", GOOD + again.replace("x64", "x86")));
    }

    @Test
    void isNamedByItsProvider() {
        assertThrows(DeclarationException.class, () -> DeclaredProvider.parse("other.yaml", GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vendor: Example Ltd | | example.yaml line 1: the key vendor is missing",
                "vendor: | vender: | line 2 vender: there is no such key here; allowed are provider, vendor, hosts, cpe, feeds,",
                "provider: example | provider: Example | line 1 provider: a file is named by its provider",
                "vendor: Example Ltd | vendor: [a, b] | line 2 vendor: expected a text, found something else",
                "vendor: Example Ltd | 'vendor: x\nvendor: y' | line 3 vendor: the key is there twice",
                "vendor: Example Ltd | 'vendor: \"x' | not YAML",
                "feeds: | 'cpe: nonsense\nfeeds:' | line 3 cpe: expected the beginning of a CPE name, such as cpe:2.3:a:winscp:winscp, found \"nonsense\"",
                "feeds: | 'cpe: cpe 2.3 example\nfeeds:' | line 3 cpe: expected the beginning of a CPE name",
                "feeds: | 'cpe: cpe:2.3:a:example\nfeeds:' | line 3 cpe: expected the beginning of a CPE name",
                "feeds: | 'cpe: cpe:2.3:x:example:example\nfeeds:' | line 3 cpe: expected the beginning of a CPE name",
                "feeds: | 'cpe: cpe:2.3:a:example:a&resultsPerPage=1\nfeeds:' | line 3 cpe: expected the beginning of a CPE name",
                "list.json | manifest.json | line 4 feeds.manifest.json: no document can be named manifest.json",
                "sums: {url | ORIGIN: {url | line 6 feeds.ORIGIN: no document can be named ORIGIN",
                "list.json | expected.json | line 4 feeds.expected.json: no document can be named expected.json",
                "'feeds:\n  list.json' | 'cpe: cpe:2.3:a:b:c\nfeeds:\n  cve-index: {url: \"https://vendor.example/\", format: json}\n  list.json' | line 5 feeds.cve-index: where there is cpe, the feed cve-index is one of the CVE list's",
                "'feeds:\n  list.json' | 'cpe: cpe:2.3:a:b:c\nfeeds:\n  cve: {url: \"https://vendor.example/\", format: json}\n  list.json' | line 5 feeds.cve: where there is cpe, the feed cve is one of the CVE list's",
                "https://vendor.example/list.json | https://vendor.example:99999/list.json | line 4 feeds.list.json.url: expected an https address",
                "https://vendor.example/list.json | http://vendor.example/list.json | line 4 feeds.list.json.url: expected an https address",
                "https://vendor.example/list.json | https://${version}/list.json | line 4 feeds.list.json.url: expected an https address",
                "https://vendor.example/page.html | https://vendor.example/${day} | there is no ${day} here; allowed are ${version}, ${tag}",
                "format: text | format: xml | line 6 feeds.sums.format: expected json, yaml, html, text, found \"xml\"",
                "', format: text' | '' | line 6 feeds.sums: the name does not tell the format",
                "scheme: dotted | scheme: roman | line 9 products[0].scheme: expected dotted, mozilla,",
                "feed: list.json | feed: lists.json | line 11 products[0].releases.feed: expected the name of a feed: list.json, page.html, sums",
                "feed: list.json | feed: sums | line 11 products[0].releases.feed: sums is fetched for each release, so it cannot say this",
                "each: $[*] | each: $..* | line 12 products[0].releases.each: a path is $, then .name",
                "find: $.version | look: $.version | line 13 products[0].releases.version.look: there is no such key here; allowed are feed, find",
                "find: $.version | 'find: $.version, attribute: href' | line 13 products[0].releases.version.attribute: there is no such key here; allowed are feed, find, match",
                "find: $.version | feed: page.html | line 13 products[0].releases.version: one of find, match, checksums and versions",
                "find: $.version | 'feed: page.html, find: \"a[\"' | line 13 products[0].releases.version.find: not a CSS selector",
                "find: $.version | 'feed: page.html, find: \"a[href~=(a+)+]\"' | a selector must not hold an expression; match is for that",
                "find: $.version | 'find: $.version, match: \"(\"' | line 13 products[0].releases.version.match: not an expression of RE2: error parsing",
                "find: $.version | 'find: $.version, match: \"(a)(b)\"' | expected one group at most",
                "find: $.version | 'find: $.version, match: \"(?=a)\"' | not an expression of RE2",
                "find: $.version | 'find: $.version, match: \"(?:(?:a{1000}){1000}){1000}\"' | line 13 products[0].releases.version.match: an expression has at most 2000 characters",
                "find: $.version | 'find: \"$.${version}\"' | there is no ${version} here",
                "find: $.version | 'find: $.version, optional: true, always: true' | version: what is optional cannot be there always",
                "each: $[*] | 'each: $[*]\n      where: {find: $.stable, always: true}' | line 13 products[0].releases.where: a condition is never optional, and never always met",
                "each: $[*] | each: $.${version} | line 12 products[0].releases.each: there is no ${version} here; no names are filled in",
                "format: text | 'format: text, ends: (' | line 6 feeds.sums.ends: not an expression of RE2",
                "format: text | 'format: text, ends: \"${file}\"' | there is no ${file} here; allowed are ${version}",
                "format: text | 'format: html, ends: end' | line 6 feeds.sums.ends: expected true, false",
                "date-format: d.M.yyyy | date-format: foo | line 15 products[0].releases.date-format: not a pattern for dates",
                "example-${version}.exe | example-${version} | line 17 products[0].packages[0]: the name of the file does not tell its type",
                "file: example-${version}.exe | file: setup/example.exe | line 17 products[0].packages[0].file: ${file} must be letters, digits",
                "architecture: x64 | architecture: amd64 | expected any, x86, x64, arm, arm64, ia64, found \"amd64\"",
                "checksums: sums | checksums: sum | line 20 products[0].packages[0].sha256.checksums: expected the name of a feed",
                "key: example | view: both | exactly one of key, entry, file and product is needed",
                "key: example | product: example | expected a product code such as {23170F69-",
                "key: example | 'key: example, view: x86' | line 21 products[0].packages[0].found.view: expected 32, 64, both",
                "key: example | 'key: example, folder: windows' | line 21 products[0].packages[0].found.folder: there is no such key here; allowed are key, view",
                "key: example | key: HKEY_LOCAL_MACHINE\\SOFTWARE\\Example | line 21 products[0].packages[0].found.key: expected the name of a key below Uninstall, such as Example_is1, found",
                "key: example | key: \\Example | line 21 products[0].packages[0].found.key: expected the name of a key",
                "key: example | file: C:\\Example\\example.exe | line 21 products[0].packages[0].found.file: expected a path below the folder, such as Example\\example.exe, found",
                "key: example | file: ..\\Example\\example.exe | found.file: expected a path below",
                "key: example | file: Example/../example.exe | found.file: expected a path below",
                "key: example | file: \\Example\\example.exe | found.file: expected a path below",
                "key: example | file: '\"%ProgramFiles%\\\\example.exe\"' | found.file: expected a path below",
                "key: example | 'entry: Example, folder: windows' | line 21 products[0].packages[0].found.folder: there is no such key here; allowed are entry, view",
                "key: example | 'file: example.exe, view: 32' | line 21 products[0].packages[0].found.view: there is no such key here; allowed are file, folder",
                "key: example | 'product: \"{23170F69-40C1-2702-2601-000001000000}\", view: 32' | line 21 products[0].packages[0].found.view: there is no such key here; allowed are product",
                "arguments: /S | '' | line 24 products[0].packages[0].install: the key arguments is missing",
                "restart: never | restart: maybe | line 24 products[0].packages[0].install.restart: expected never, can-request, always, found \"maybe\"",
                "3010: restart | reboot: restart | line 25 products[0].packages[0].install.return-codes.reboot: an exit code is a whole number",
                "key: example | 'key: \"Example ${major}\"' | line 21 products[0].packages[0].found.key: no names are filled in here",
                "arguments: /S | 'arguments: /D=${version}' | line 23 products[0].packages[0].install.arguments: no names are filled in here",
                "restart: never | uninstall: un${version}.exe | line 24 products[0].packages[0].install.uninstall: no names are filled in here",
                "/${file} | /${File} | url: there is no ${File} here; allowed are ${version}, ${tag}",
                "example-${version}.exe | 'example-${version' | file: there is no ${version here; allowed are ${version}, ${tag}",
                "find: $.version | 'find: \"$.${version}\"' | there is no ${version} here; no names are filled in",
                "found: {key: example} | 'found: {key: example}\n        shown: ${version}-beta' | line 22 products[0].packages[0].shown: expected one to four numbers",
                "found: {key: example} | 'found: {key: example}\n        shown: ${version}.0.0.0.0' | line 22 products[0].packages[0].shown: expected one to four numbers",
                "date-format: d.M.yyyy | date-format: yyyy-mm-dd | line 15 products[0].releases.date-format: expected a pattern with day, month and year, such as d.M.yyyy, found \"yyyy-mm-dd\"",
                "date-format: d.M.yyyy | date-format: MMMM yyyy | line 15 products[0].releases.date-format: expected a pattern with day, month and year, such as d.M.yyyy, found \"MMMM yyyy\"",
                "date-format: d.M.yyyy | date-format: d MMM | line 15 products[0].releases.date-format: expected a pattern with day, month and year, such as d.M.yyyy, found \"d MMM\"",
            })
    void saysWhatIsWrong(String good, String bad, String expected) {
        String message = refusal(GOOD.replace(good, bad == null ? "" : bad));
        assertTrue(message.contains(expected) && message.startsWith("example.yaml"), message);
        assertEquals(1, message.lines().count(), message);
    }
}
