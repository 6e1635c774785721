package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.UpdateId;
import io.patchbay.testkit.wsus.FakeWsus;
import io.patchbay.testkit.wsus.StoredUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WSUS from its configuration to the catalogue, by a provider in a process of its own. */
class WsusIT {
    private static final String PRODUCT = "8c3fcc84-7410-4a95-8b89-a166a0190486";
    private static final String DEFINITION_UPDATES = "e0789628-ce08-4437-be74-2495b842f43b";
    private static final String UPDATE = "00000001-0000-4000-8000-000000000000";
    private static final String UPDATES = "patchbay:updates --provider office --json";
    private static final String NAME_SPACES =
            """
            xmlns:upd="http://schemas.microsoft.com/msus/2002/12/Update" \
            xmlns:cat="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Category" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance\"""";

    @TempDir
    Path data;

    private FakeWsus server;
    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        server = FakeWsus.start(InstantSource.system());
        server.add(
                category(PRODUCT, "Microsoft Defender Antivirus", "Product"),
                category(DEFINITION_UPDATES, "Definition Updates", "UpdateClassification"),
                definitions(1, "Definitions of May"));
        Files.createDirectories(data.resolve("conf"));
        configure("wsus-office", "id = office");
        configure("isolation", "isolation = process", "bundles = io.patchbay.provider.microsoft.wsus");
        configure(
                "feed-office",
                "provider = office",
                "feed = *",
                "url = " + server.upstream().url("/"),
                "allowHttp = true",
                "allowPrivateAddress = " + server.upstream().host());
        engine = TestEngine.online(data);
        awaitState("running, isolated");
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        server.close();
    }

    private void configure(String name, String... lines) throws IOException {
        Files.write(data.resolve("conf/io.patchbay." + name + ".cfg"), List.of(lines));
    }

    private void awaitState(String state) throws Exception {
        Eventually.get(() -> engine.ask("patchbay:providers"), table -> table.lines()
                .anyMatch(line -> line.startsWith("office ") && line.contains(state)));
    }

    private static StoredUpdate category(String id, String title, String type) {
        String rest =
                """
                <upd:HandlerSpecificData xsi:type="cat:Category"><cat:CategoryInformation CategoryType="%s"/></upd:HandlerSpecificData>"""
                        .formatted(type);
        return new StoredUpdate(
                UpdateId.parse(id), 1, true, List.of(), document(id, 1, "Category", title, "", rest), Map.of());
    }

    private static StoredUpdate definitions(int revision, String title) {
        String prerequisites =
                """
                <upd:Prerequisites><upd:AtLeastOne IsCategory="true"><upd:UpdateIdentity UpdateID="%s"/></upd:AtLeastOne>\
                <upd:AtLeastOne IsCategory="true"><upd:UpdateIdentity UpdateID="%s"/></upd:AtLeastOne></upd:Prerequisites>"""
                        .formatted(PRODUCT, DEFINITION_UPDATES);
        return new StoredUpdate(
                UpdateId.parse(UPDATE),
                revision,
                false,
                List.of(UpdateId.parse(PRODUCT), UpdateId.parse(DEFINITION_UPDATES)),
                document(UPDATE, revision, "Software", title, prerequisites, ""),
                Map.of());
    }

    private static String document(
            String id, int revision, String type, String title, String relationships, String rest) {
        return """
                <upd:Update %s><upd:UpdateIdentity UpdateID="%s" RevisionNumber="%d"/>\
                <upd:Properties DefaultPropertiesLanguage="en" UpdateType="%s" PublicationState="Published" \
                CreationDate="2026-05-04T12:00:00Z"/><upd:LocalizedPropertiesCollection><upd:LocalizedProperties>\
                <upd:Language>en</upd:Language><upd:Title>%s</upd:Title></upd:LocalizedProperties></upd:LocalizedPropertiesCollection>\
                <upd:Relationships>%s</upd:Relationships>%s</upd:Update>"""
                .formatted(NAME_SPACES, id, revision, type, title, relationships, rest);
    }

    @Test
    void isSyncedByWhatChangedSinceTheLastTime() throws Exception {
        assertTrue(engine.ask("patchbay:sync office").contains("CHANGED"));
        String first = engine.ask(UPDATES);
        assertTrue(first.contains("Definitions of May") && first.contains("Microsoft Defender Antivirus"), first);
        server.reset();
        assertTrue(engine.ask("patchbay:sync office").contains("UNCHANGED"));
        assertEquals(0, server.served());
        server.add(definitions(2, "Definitions of June"));
        engine.ask("patchbay:sync office");
        assertEquals(1, server.served());
        String amended = engine.ask(UPDATES);
        assertTrue(amended.contains("Definitions of June"), amended);
        assertFalse(amended.contains("Definitions of May"), amended);
    }

    @Test
    void isReadAsTheProviderInTheEngineDoes() throws Exception {
        engine.ask("patchbay:sync office");
        String isolated = engine.ask(UPDATES);
        configure("isolation", "isolation = none");
        awaitState("running ");
        assertEquals(0, engine.execute("patchbay:sync office --force").status());
        assertEquals(isolated, engine.ask(UPDATES));
        assertTrue(isolated.contains("Definitions of May"), isolated);
    }

    @Test
    void anOutageIsTheReasonOfTheRun() throws Exception {
        server.refuse("GetRevisionIdList", "InternalServerError", "InternalServerError", "InternalServerError");
        TestEngine.Answer answer = engine.execute("patchbay:sync office");
        assertEquals(1, answer.status());
        assertTrue(engine.ask("patchbay:status").contains("InternalServerError"), answer.toString());
    }
}
