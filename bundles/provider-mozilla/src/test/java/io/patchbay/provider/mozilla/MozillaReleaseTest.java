package io.patchbay.provider.mozilla;

import static io.patchbay.provider.mozilla.Application.FIREFOX;
import static io.patchbay.provider.mozilla.Application.THUNDERBIRD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Architecture;
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
        assertEquals(
                "Firefox ESR/esr-128/x64/msi",
                release(FIREFOX, "128.8.0esr").line(Architecture.X64, "msi").toString());
        assertEquals(
                "Firefox/release/x86/exe",
                release(FIREFOX, "136.0.2").line(Architecture.X86, "exe").toString());
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
