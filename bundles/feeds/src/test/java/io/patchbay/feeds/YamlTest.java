package io.patchbay.feeds;

import static io.patchbay.feeds.Documents.DOCUMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static Value read(String text) throws IOException, FeedException {
        return Yaml.read(Documents.of(text), DOCUMENT);
    }

    @Test
    void keepsScalarsAsTheyAreWritten() throws Exception {
        Value value = read("version: 1.10\nday: 2024-01-02\non: yes\nnothing:\nquoted: ''\nlist: [1, two]\n");
        assertEquals("1.10", value.get("version").text());
        assertEquals("2024-01-02", value.get("day").text());
        assertEquals("yes", value.get("on").text());
        assertTrue(value.find("nothing").isEmpty());
        assertEquals("", value.get("quoted").text());
        assertEquals(1, value.get("list").items().get(0).number());
        assertEquals("/list/1", value.get("list").items().get(1).pointer());
    }

    @Test
    void readsFrontMatterAndNothingElse() throws Exception {
        Snapshot snapshot = Documents.of("---\ntitle: A\n---\n<p>x: [</p>\n---\n");
        assertEquals("A", Yaml.frontMatter(snapshot, DOCUMENT).get("title").text());
    }

    @Test
    void namesTheLineOfTheWholeDocument() {
        Snapshot snapshot = Documents.of("---\ntitle: A\nb: [\n---\n");
        FeedException e = assertThrows(FeedException.class, () -> Yaml.frontMatter(snapshot, DOCUMENT));
        assertEquals("line 3, column 5", e.place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: A\n", "---\ntitle: A\n", " ---\n---\n", "---\n"})
    void refusesFrontMatterWithoutFences(String text) {
        assertThrows(FeedException.class, () -> Yaml.frontMatter(Documents.of(text), DOCUMENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "a: 1\na: 2",
                "a: &x 1\nb: *x",
                "a: &x [1]",
                "? [a]\n: 1",
                "a: 1\n---\nb: 2",
                "a: [1",
                "a: 1\n b: 2",
                "\t- x",
                "a: Foo: bar",
                "a: \"\\q\"",
                "%YAML 9.9\n---\na"
            })
    void refusesWhatIsNoPlainDocument(String text) {
        assertThrows(FeedException.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "{a: ", "- "})
    void refusesDepth(String opening) {
        assertThrows(FeedException.class, () -> read(opening.repeat(100_000)));
    }

    @Test
    void refusesMoreValuesThanMemoryIsFor() {
        FeedException e = assertThrows(FeedException.class, () -> read("[" + "0,".repeat(1 << 20) + "0]"));
        assertTrue(e.getMessage().endsWith("expected at most 1048576 values"), e.getMessage());
    }

    @Test
    void readsEveryRealAdvisory() throws Exception {
        List<Path> files = SharedFiles.in("feeds/mozilla/advisories").stream()
                .filter(file ->
                        file.toString().endsWith(".yml") || file.toString().endsWith(".md"))
                .toList();
        for (Path file : files) {
            Snapshot snapshot = SharedFiles.snapshot(file);
            boolean yaml = file.toString().endsWith(".yml");
            Value advisory = yaml ? Yaml.read(snapshot, DOCUMENT) : Yaml.frontMatter(snapshot, DOCUMENT);
            assertTrue(!advisory.get("title").text().isBlank(), file.toString());
        }
        assertTrue(files.isEmpty() || files.size() == 546, "read " + files.size());
    }
}
