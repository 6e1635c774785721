package io.patchbay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.patchbay.provider.notepadplusplus.NotepadProvider;
import io.patchbay.provider.putty.PuttyProvider;
import io.patchbay.provider.sevenzip.SevenZipProvider;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands where a document of a provider belongs is read or refused: HTML, JSON and XML. */
class ProviderFuzzTest {
    private static final String PUTTY = "putty/2026-08-16-release-0.85";
    private static final String SEVEN_ZIP = "7zip/2026-06-28-release-26.02";
    private static final String NOTEPAD = "notepadplusplus/2026-07-14-release-8.9.7";

    static Stream<byte[]> html() throws IOException, FeedException {
        return Seeds.documents(PUTTY, "latest.html");
    }

    @MethodSource("html")
    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesHtml(byte[] bytes) throws IOException {
        readOrRefuse(new PuttyProvider(), PUTTY, "latest.html", bytes);
    }

    static Stream<byte[]> json() throws IOException, FeedException {
        return Seeds.documents(SEVEN_ZIP, "releases.json");
    }

    @MethodSource("json")
    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesJson(byte[] bytes) throws IOException {
        readOrRefuse(new SevenZipProvider(), SEVEN_ZIP, "releases.json", bytes);
    }

    static Stream<byte[]> xml() throws IOException, FeedException {
        return Seeds.documents(NOTEPAD, "gup-x64.xml");
    }

    @MethodSource("xml")
    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesXml(byte[] bytes) throws IOException {
        readOrRefuse(new NotepadProvider(), NOTEPAD, "gup-x64.xml", bytes);
    }

    private static void readOrRefuse(FeedProvider provider, String recorded, String document, byte[] bytes)
            throws IOException {
        RecordedSnapshot snapshot = Seeds.recorded(recorded).with(document, bytes);
        try {
            provider.parse(snapshot, update -> {});
        } catch (FeedException e) {
            // Refused, as it may be.
        }
    }
}
