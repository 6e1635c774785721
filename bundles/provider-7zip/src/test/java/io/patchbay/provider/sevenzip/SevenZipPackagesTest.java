package io.patchbay.provider.sevenzip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Architecture;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failure 23: rules against the rows that 7-Zip's installers leave in the registry")
final class SevenZipPackagesTest {
    /** As they were observed; the one of the MSI for x86 follows from its product code and the name of the installer for x86. */
    private static final Entry EXE = new Entry("7-Zip", "7-Zip 23.01 (x64)", "23.01", false);

    private static final Entry EXE_X86 = new Entry("7-Zip", "7-Zip 23.01", "23.01", true);
    private static final Entry MSI =
            new Entry("{23170F69-40C1-2702-2501-000001000000}", "7-Zip 25.01 (x64 edition)", "25.01.00.0", false);
    private static final Entry MSI_X86 =
            new Entry("{23170F69-40C1-2701-2501-000001000000}", "7-Zip 25.01", "25.01.00.0", true);
    private static final Entry CURRENT =
            new Entry("{23170F69-40C1-2702-2601-000001000000}", "7-Zip 26.01 (x64 edition)", "26.01.00.0", false);

    private static List<String> needed(Endpoint endpoint) {
        return SevenZipProvider.VENDOR.packages(Version.of(VersionScheme.SEVEN_ZIP, "26.01")).stream()
                .filter(of -> endpoint.needs(of.applicability()))
                .map(of -> of.line().toString())
                .toList();
    }

    @Test
    void eachInstallationNeedsThePackageThatItCameFrom() {
        assertEquals(List.of("7-Zip/release/x64/exe"), needed(Endpoint.with(EXE)));
        assertEquals(List.of("7-Zip/release/x86/exe"), needed(Endpoint.with(EXE_X86)));
        assertEquals(List.of("7-Zip/release/x64/msi"), needed(Endpoint.with(MSI)));
        assertEquals(List.of("7-Zip/release/x86/msi"), needed(Endpoint.with(MSI_X86)));
    }

    @Test
    void bothKindsSideBySideAreTwoInstallations() {
        assertEquals(List.of("7-Zip/release/x64/exe", "7-Zip/release/x64/msi"), needed(Endpoint.with(EXE, MSI)));
        assertEquals(List.of("7-Zip/release/x64/exe"), needed(Endpoint.with(EXE, CURRENT)));
    }

    @Test
    void theSameEntryOnAnotherProcessorIsAnotherPackage() {
        assertEquals(
                List.of("7-Zip/release/arm64/exe"), needed(new Endpoint(Architecture.ARM64, List.of(EXE), Map.of())));
    }

    @Test
    void nothingIsNeededWhereNothingIsInstalled() {
        assertEquals(List.of(), needed(Endpoint.with()));
        assertEquals(List.of(), needed(Endpoint.with(CURRENT)));
    }
}
