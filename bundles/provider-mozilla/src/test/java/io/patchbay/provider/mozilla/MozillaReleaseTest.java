package io.patchbay.provider.mozilla;

import static io.patchbay.provider.mozilla.Application.FIREFOX;
import static io.patchbay.provider.mozilla.Application.THUNDERBIRD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.vendor.WindowsPackage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MozillaReleaseTest {
    private static MozillaRelease release(Application application, String tag) {
        return new MozillaRelease(application, tag, null, null);
    }

    @Test
    void keepsTheFourFormsOfAVersionApart() {
        var version = release(FIREFOX, "128.8.0esr").version();
        assertEquals("128.8.0", version.canonical());
        assertEquals("128.8.0 ESR", version.display());
        assertEquals("128.8.0", version.fileVersion());
        assertEquals("128.8.0esr", version.vendorTag());
    }

    @Test
    void givesEachLineOfSupportItsChannel() {
        MozillaRelease esr = release(FIREFOX, "128.8.0esr");
        assertEquals(
                List.of("Firefox ESR/esr-128/x86/exe", "Firefox ESR/esr-128/x86/msi"),
                lines(esr.packages(List.of(esr))).subList(0, 2));
        MozillaRelease release = release(FIREFOX, "136.0.2");
        assertEquals(
                "Firefox/release/x86/exe", lines(release.packages(List.of())).get(0));
    }

    private static List<String> lines(List<WindowsPackage> packages) {
        return packages.stream().map(of -> of.line().toString()).toList();
    }

    @Test
    void isNamedByAdvisoriesWithoutSayingThatItIsAThunderbirdEsr() {
        assertEquals(
                List.of(Fix.of("Thunderbird ESR", "128.8.1"), Fix.of("Thunderbird", "128.8.1")),
                release(THUNDERBIRD, "128.8.1esr").fixes());
        assertEquals(
                List.of(Fix.of("Firefox ESR", "128.8")),
                release(FIREFOX, "128.8.0esr").fixes());
        assertEquals(
                List.of(Fix.of("Thunderbird", "136")),
                release(THUNDERBIRD, "136.0").fixes());
    }

    @Test
    void isMajorIfItBeginsAVersion() {
        assertTrue(release(FIREFOX, "137.0").isMajor());
        assertTrue(release(FIREFOX, "128.0esr").isMajor());
        assertFalse(release(FIREFOX, "137.0.1").isMajor());
        assertFalse(release(FIREFOX, "128.1.0esr").isMajor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Unknown", "137.0b9", "138.0a1", "136", "136.0.2 ", "136.0.2ESR", "1.2.3.4.5", "136.0/../x"})
    void refusesWhatIsNoRelease(String tag) {
        assertFalse(MozillaRelease.isTag(tag));
    }
}
