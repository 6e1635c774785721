package io.patchbay.provider.adobe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The recorded cases, and how tests change them. */
final class Recorded {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "adobe");

    private Recorded() {}

    static RecordedSnapshot open(String name) throws IOException, FeedException {
        return RecordedSnapshot.open(CASES.resolve(name));
    }

    static RecordedSnapshot edit(RecordedSnapshot snapshot, String document, String from, String to)
            throws IOException, FeedException {
        String text = new String(snapshot.bytes(document), UTF_8);
        assertTrue(text.contains(from), document + " has no " + from);
        return snapshot.with(document, text.replace(from, to).getBytes(UTF_8));
    }

    static List<Update> updates(Snapshot snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        new AdobeProvider().parse(snapshot, updates::add);
        return updates;
    }

    /** The update of this line. */
    static Update update(Snapshot snapshot, String line) throws IOException, FeedException {
        return updates(snapshot).stream()
                .filter(update -> line.equals(String.valueOf(update.release().line())))
                .findFirst()
                .orElseThrow();
    }
}
