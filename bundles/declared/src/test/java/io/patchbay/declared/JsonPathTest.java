package io.patchbay.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    private static final String RELEASES =
            """
            [
              {"tag": "v2", "beta": true, "build": 7, "by": {"name": "ann"}, "files": [{"name": "a.exe"}, {"name": "b.exe"}]},
              {"tag": "v1", "beta": false, "build": 6, "by": {"name": "bob"}, "files": [], "odd name": "x", "gone": null}
            ]
            """;

    @TempDir
    Path folder;

    private List<String> find(String path) throws Exception {
        Files.writeString(folder.resolve("releases.json"), RELEASES);
        SnapshotFolder snapshot = SnapshotFolder.open(folder);
        Value root = Json.read(snapshot, snapshot.document("releases.json").orElseThrow());
        List<String> found = new ArrayList<>();
        for (Value value : JsonPath.parse(path).find(root)) {
            found.add(value.isArray() ? "?" : value.spelled());
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$;?",
                "$[0].tag;v2",
                "$[*].tag;v2,v1",
                "$[9].tag;",
                "$[1]['odd name'];x",
                "$[*].gone;",
                "$[0].files[*].name;a.exe,b.exe",
                "$[?@.beta == false].tag;v1",
                "$[?@.beta != false].tag;v2",
                "$[?@.build == 7].tag;v2",
                "$[?@.by.name == 'bob'].tag;v1",
                "$[?@.missing == 'bob'].tag;",
                "$[?@.missing != 'bob'].tag;v2,v1",
                "$[0].files[?@.name == 'b.exe'].name;b.exe",
                "$[0].by[*];ann"
            })
    void leadsTo(String path, String expected) throws Exception {
        assertEquals(expected == null ? List.of() : List.of(expected.split(",")), find(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tag",
                "$.",
                "$..tag",
                "$[-1]",
                "$[?@.a]",
                "$[?@.a == \"x\"]",
                "$[?@.a == 'x' || @.b]",
                "$.tag "
            })
    void isRefused(String path) {
        String message = assertThrows(IllegalArgumentException.class, () -> JsonPath.parse(path))
                .getMessage();
        assertTrue(message.startsWith("a path is $, then .name"), message);
    }
}
