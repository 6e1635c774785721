package io.patchbay.provider.videolan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failure 23: rules against what VLC's installers leave behind")
final class VlcPackagesTest {
    private static final Entry EXE = new Entry("VLC media player", "VLC media player", "3.0.21", false);
    private static final Entry EXE_X86 = new Entry("VLC media player", "VLC media player", "3.0.20", true);
    private static final Entry MSI =
            new Entry("{9675011C-2395-4AD7-B1CC-92910F991F58}", "VLC media player", "3.0.20", false);
    private static final String PROGRAM = "%ProgramFiles%\\VideoLAN\\VLC\\vlc.exe";

    private static List<String> needed(Endpoint endpoint) {
        return VideolanProvider.VENDOR.packages(Version.of(VersionScheme.VLC, "3.0.23")).stream()
                .filter(of -> endpoint.needs(of.applicability()))
                .map(of -> of.line().toString())
                .toList();
    }

    @Test
    void eachInstallationNeedsThePackageThatItCameFrom() {
        assertEquals(
                List.of("VLC media player/release/x64/exe"),
                needed(Endpoint.with(EXE).withFile(PROGRAM, "3.0.21.0")));
        assertEquals(List.of("VLC media player/release/x86/exe"), needed(Endpoint.with(EXE_X86)));
        assertEquals(
                List.of("VLC media player/release/x64/msi"),
                needed(Endpoint.with(MSI).withFile(PROGRAM, "3.0.20.0")));
    }

    @Test
    void nothingIsNeededWhereItIsCurrentOrNotInstalled() {
        assertEquals(List.of(), needed(Endpoint.with(MSI).withFile(PROGRAM, "3.0.23.0")));
        assertEquals(List.of(), needed(Endpoint.with()));
    }
}
