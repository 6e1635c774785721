package io.patchbay.provider.putty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The recorded cases, and how tests change them. */
final class Recorded {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "putty");

    private Recorded() {}

    static RecordedSnapshot release083() throws IOException, FeedException {
        return RecordedSnapshot.open(CASES.resolve("2025-02-08-release-0.83"));
    }

    static RecordedSnapshot release084() throws IOException, FeedException {
        return RecordedSnapshot.open(CASES.resolve("2026-05-22-release-0.84"));
    }

    static RecordedSnapshot amended084() throws IOException, FeedException {
        return RecordedSnapshot.open(CASES.resolve("2026-05-25-amended-0.84"));
    }

    static RecordedSnapshot release085() throws IOException, FeedException {
        return RecordedSnapshot.open(CASES.resolve("2026-08-16-release-0.85"));
    }

    static String text(RecordedSnapshot snapshot, String document) throws IOException, FeedException {
        return new String(snapshot.bytes(document), UTF_8);
    }

    static RecordedSnapshot edit(RecordedSnapshot snapshot, String document, String from, String to)
            throws IOException, FeedException {
        String text = text(snapshot, document);
        assertTrue(text.contains(from), document + " has no " + from);
        return snapshot.with(document, text.replace(from, to).getBytes(UTF_8));
    }

    static List<Update> updates(Snapshot snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        new PuttyProvider().parse(snapshot, updates::add);
        return updates;
    }

    /** Installers, then programs, for x86, x64 and ARM64 each. */
    static List<WindowsPackage> packages(String version) {
        return PuttyProvider.VENDOR.packages(new Current(version, LocalDate.EPOCH).known());
    }
}
