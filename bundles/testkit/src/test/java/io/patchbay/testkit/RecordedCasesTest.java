package io.patchbay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedCasesTest {
    private static final String ROOT = "patchbay.root";
    private static final String LINE = "1.0 https://vendor.example/1.0/setup.exe " + ListProvider.DIGEST + " end";

    @TempDir
    Path folder;

    private String root = "";
    private RecordedSnapshot recorded;
    private RecordedCases cases;

    @BeforeEach
    void record() throws Exception {
        Path list = Files.createDirectories(folder.resolve("vendor-feeds/list/2026-02-03-release"));
        Files.writeString(list.resolve("list"), LINE);
        root = System.setProperty(ROOT, folder.toString());
        cases = RecordedCases.of(new ListProvider());
        recorded = cases.open("2026-02-03-release");
    }

    @AfterEach
    void restore() {
        System.setProperty(ROOT, root);
    }

    @Test
    void readsWhatATestHasChanged() throws Exception {
        assertEquals(1, cases.updates(recorded).size());
        RecordedSnapshot newer = recorded.replacing("list", "1.0", "1.1");
        assertEquals(LINE.replace("1.0", "1.1"), newer.text("list"));
        String line = String.valueOf(cases.updates(newer).get(0).release().line());
        assertEquals("1.1", cases.update(newer, line).release().version().canonical());
    }

    @Test
    void aTestThatChangesNothingOrFindsNothingFails() {
        AssertionError nothing = assertThrows(AssertionError.class, () -> recorded.replacing("list", "2.0", "2.1"));
        assertEquals("list has no 2.0", nothing.getMessage());
        AssertionError none = assertThrows(AssertionError.class, () -> cases.update(recorded, "other"));
        assertTrue(none.getMessage().startsWith("2026-02-03-release has nothing of the line other"), none.getMessage());
    }
}
