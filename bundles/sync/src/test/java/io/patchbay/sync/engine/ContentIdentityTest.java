package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Details;
import io.patchbay.model.ContentFile;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Held;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failure 8: a file at an address without a version is another one tomorrow. What it is, its digest says. */
class ContentIdentityTest {
    private static final SmallProvider PROVIDER = SmallProvider.HASHES;
    private static final String ID = PROVIDER.id();
    private static final String LATEST = "https://7-zip.org/latest/setup.exe";
    private static final String OLD = "a1".repeat(32);
    private static final String NEW = "b2".repeat(32);

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void publish() throws Exception {
        desk = new Desk(folder);
        desk.plug(PROVIDER);
        record("1", "26.01", OLD);
        assertEquals(State.CHANGED, desk.run(ID).state());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void record(String name, String version, String sha256) throws IOException {
        String json = """
            {"product": "Example", "version": "%s", "url": "%s", "sha256": "%s"}"""
                .formatted(version, LATEST, sha256);
        desk.record(ID, name, PROVIDER.feed().name(), json);
    }

    private static UpdateId update(String version) {
        return UpdateId.of(ID, "Example", "x64", version);
    }

    private static Details details(CatalogView view, String version) {
        return view.details(update(version)).orElseThrow();
    }

    private static String sha256(Details details) {
        ContentFile file = details.update().files().get(0);
        assertEquals(LATEST, file.urls().get(0).toString());
        return file.digests().get(0).value();
    }

    @Test
    @DisplayName(
            "other bytes at the same address under the same version are held, and are a new revision once they are released")
    void holdsOtherBytesAndKeepsTheOldRevision() throws Exception {
        record("2", "26.01", NEW);
        Run run = desk.run(ID);
        assertEquals(State.HELD, run.state());
        Held held = desk.sync.held().get(0);
        assertEquals("CONTENT_CHANGED_SAME_VERSION", held.codes());
        CatalogView before = desk.catalog.view();
        assertEquals(OLD, sha256(details(before, "26.01")));

        desk.sync.await(desk.sync
                .release(ID, held.update(), Desk.decision("built anew"))
                .number());
        Details now = details(desk.catalog.view(), "26.01");
        assertEquals(2, now.entry().revision());
        assertEquals(NEW, sha256(now));
        Details old = details(before, "26.01");
        assertEquals(1, old.entry().revision());
        assertEquals(OLD, sha256(old));
        assertEquals(2, desk.catalog.view().changes(0, 10).size());
    }

    @Test
    @DisplayName(
            "other bytes at the same address under the next version are an update of their own, and the old one stays")
    void keepsTheReleaseBefore() throws Exception {
        record("2", "26.02", NEW);
        assertEquals(State.CHANGED, desk.run(ID).state());
        CatalogView view = desk.catalog.view();
        assertEquals(NEW, sha256(details(view, "26.02")));
        assertEquals(OLD, sha256(details(view, "26.01")));
        assertTrue(details(view, "26.01").entry().superseded());
    }
}
