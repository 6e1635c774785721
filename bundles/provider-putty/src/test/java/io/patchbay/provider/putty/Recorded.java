package io.patchbay.provider.putty;

import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The recorded cases. */
final class Recorded {
    private static final RecordedCases CASES = RecordedCases.of(new PuttyProvider());

    private Recorded() {}

    static RecordedSnapshot release083() throws IOException, FeedException {
        return CASES.open("2025-02-08-release-0.83");
    }

    static RecordedSnapshot release084() throws IOException, FeedException {
        return CASES.open("2026-05-22-release-0.84");
    }

    static RecordedSnapshot amended084() throws IOException, FeedException {
        return CASES.open("2026-05-25-amended-0.84");
    }

    static RecordedSnapshot release085() throws IOException, FeedException {
        return CASES.open("2026-08-16-release-0.85");
    }

    static List<Update> updates(Snapshot snapshot) throws IOException, FeedException {
        return CASES.updates(snapshot);
    }

    /** Those of the current release. */
    static List<Update> released(Snapshot snapshot) throws IOException, FeedException {
        return updates(snapshot).stream()
                .filter(update -> update.publication() == PublicationState.PUBLISHED)
                .toList();
    }

    /** Installers, then programs, for x86, x64 and ARM64 each. */
    static List<WindowsPackage> packages(String version) {
        return PuttyProvider.VENDOR.packages(new Current(version, LocalDate.EPOCH).known());
    }
}
