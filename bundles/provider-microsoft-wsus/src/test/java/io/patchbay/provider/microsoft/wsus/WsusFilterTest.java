package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.UpdateXml.DEFENDER;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.SECURITY_UPDATES;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.WINDOWS_10;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.definitions;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.id;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.software;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked of Microsoft, and what of a WSUS. */
class WsusFilterTest extends SyncingTest {
    @Test
    void asksMicrosoftForWhatIsWantedOnly() throws IOException, FeedException {
        server.becomeMicrosoft();
        server.add(definitions(0, 20, 1));
        server.add(software(id(100), 1, "Windows", WINDOWS_10, SECURITY_UPDATES));
        filter = new SyncFilter(Set.of("Windows 10"), Set.of("security updates"), Set.of("DE"));
        sync();
        assertEquals(List.of("Windows"), titles());
        assertEquals(
                "<GetConfig>false</GetConfig><Get63LanguageOnly>false</Get63LanguageOnly>"
                        + "<Categories><IdAndDelta><Id>" + WINDOWS_10
                        + "</Id><Delta>false</Delta></IdAndDelta></Categories>"
                        + "<Classifications><IdAndDelta><Id>" + SECURITY_UPDATES
                        + "</Id><Delta>false</Delta></IdAndDelta></Classifications>"
                        + "<Languages><LanguageAndDelta><Id>0</Id><Delta>false</Delta></LanguageAndDelta>"
                        + "<LanguageAndDelta><Id>1031</Id><Delta>false</Delta></LanguageAndDelta></Languages>",
                filters(server).get(1));
    }

    /** A server that is given categories and no classification lists nothing. */
    @Test
    void namesEveryClassificationIfOnlyProductsAreWanted() throws IOException, FeedException {
        server.becomeMicrosoft();
        server.add(definitions(0, 3, 1));
        filter = new SyncFilter(Set.of(DEFENDER), Set.of(), Set.of());
        sync();
        assertEquals(3, titles().size());
    }

    @Test
    void asksForChangesOfWhatItAskedForBefore() throws IOException, FeedException {
        server.becomeMicrosoft();
        server.add(definitions(0, 20, 1));
        filter = new SyncFilter(Set.of(DEFENDER), Set.of(), Set.of());
        sync();
        reset();
        server.add(definitions(20, 21, 1));
        sync();
        assertTrue(filters(server).get(1).contains("<Id>" + DEFENDER + "</Id><Delta>true</Delta>"));
        assertEquals(1, server.served());
        assertEquals(21, titles().size());
    }

    /** Microsoft's anchors have no counter before the time. */
    @Test
    void handsMicrosoftsAnchorsBackAsTheyAre() throws IOException, FeedException {
        server.becomeMicrosoft();
        server.add(definitions(0, 20, 1));
        sync();
        reset();
        server.add(definitions(20, 21, 1));
        sync();
        assertEquals(
                "<Anchor>2026-10-04 16:33:26.672</Anchor>",
                filters(server).get(0).replaceAll("<GetConfig>.*", ""));
        assertEquals(1, server.served());
        assertEquals(21, titles().size());
    }

    @Test
    void listsEverythingWhenOtherUpdatesAreWanted() throws IOException, FeedException {
        server.becomeMicrosoft();
        server.add(definitions(0, 20, 1));
        server.add(software(id(100), 1, "Windows", WINDOWS_10, SECURITY_UPDATES));
        filter = new SyncFilter(Set.of(DEFENDER), Set.of(), Set.of());
        sync();
        reset();
        filter = new SyncFilter(Set.of(DEFENDER, WINDOWS_10), Set.of(), Set.of());
        sync();
        assertEquals(21, titles().size());
        assertEquals(1, server.served());
        filter = new SyncFilter(Set.of(WINDOWS_10), Set.of(), Set.of());
        sync();
        assertEquals(List.of("Windows"), titles());
    }

    @Test
    void saysWhichProductTheUpstreamLacks() throws IOException {
        server.becomeMicrosoft();
        filter = new SyncFilter(Set.of("Windows 9"), Set.of(), Set.of());
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertEquals("categories: the upstream has no product Windows 9", failure.getMessage());
    }

    @Test
    void saysWhichLanguageTheUpstreamLacks() {
        server.becomeMicrosoft();
        filter = new SyncFilter(Set.of(), Set.of(), Set.of("pt-BR"));
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertEquals("revisions at GetConfigData: the upstream has no language pt-BR", failure.getMessage());
    }

    @Test
    void takesAllThatAWsusOffers() throws IOException, FeedException {
        server.add(definitions(0, 20, 1));
        filter = new SyncFilter(Set.of("Windows 10"), Set.of(), Set.of());
        sync();
        assertEquals(20, titles().size());
        assertFalse(filters(server).get(1).contains("Categories"));
    }
}
