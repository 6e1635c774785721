package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.provider.mozilla.Endpoint.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstalledRulesTest {
    private static final Applicability RELEASE = rules(Application.FIREFOX, "136.0.4");
    private static final Applicability ESR_128 = rules(Application.FIREFOX, "128.8.1esr");
    private static final Applicability ESR_115 = rules(Application.FIREFOX, "115.21.1esr");
    private static final Applicability MAIL = rules(Application.THUNDERBIRD, "136.0.1", 128);
    private static final Applicability MAIL_ESR = rules(Application.THUNDERBIRD, "128.8.1esr", 128);

    private static Applicability rules(Application application, String tag, Integer... otherLines) {
        MozillaRelease release = new MozillaRelease(application, tag, null, null);
        return new InstalledRules(release, Architecture.X64, List.of(otherLines)).applicability();
    }

    private static Endpoint program(String name, String version) {
        return Endpoint.with(new Entry(name, version, false));
    }

    @Test
    void tellsAnOlderReleaseFromACurrentOne() {
        Endpoint old = program("Mozilla Firefox (x64 fr)", "136.0.2");
        Endpoint current = program("Mozilla Firefox (x64 fr)", "136.0.4");
        assertTrue(old.needs(RELEASE));
        assertTrue(current.has(RELEASE));
        assertFalse(current.needs(RELEASE));
    }

    @Test
    void neverTakesAnEsrForTheRelease() {
        Endpoint esr = program("Mozilla Firefox ESR (x64 fr)", "128.8.0");
        assertFalse(esr.needs(RELEASE));
        assertFalse(esr.has(RELEASE));
        assertTrue(esr.needs(ESR_128));
    }

    @Test
    void neverTakesTheReleaseForAnEsr() {
        Endpoint release = program("Mozilla Firefox (x64 fr)", "128.0.3");
        assertFalse(release.needs(ESR_128));
        assertFalse(release.has(ESR_128));
    }

    @Test
    void keepsLinesOfSupportApart() {
        Endpoint old = program("Mozilla Firefox ESR (x64 fr)", "115.20.0");
        assertTrue(old.needs(ESR_115));
        assertFalse(old.needs(ESR_128));
        Endpoint newer = program("Mozilla Firefox ESR (x64 fr)", "128.8.1");
        assertFalse(newer.has(ESR_115));
        assertTrue(newer.has(ESR_128));
    }

    @Test
    void keepsArchitecturesApart() {
        assertFalse(program("Mozilla Firefox (arm64 fr)", "136.0.2").needs(RELEASE));
        assertFalse(Endpoint.with(new Entry("Mozilla Firefox (x86 fr)", "136.0.2", true))
                .needs(RELEASE));
    }

    @Test
    void tellsThunderbirdEsrByItsVersionBecauseItsEntryDoesNot() {
        Endpoint esr = program("Mozilla Thunderbird (x64 fr)", "128.7.1");
        assertTrue(esr.needs(MAIL_ESR));
        assertFalse(esr.needs(MAIL));
        Endpoint release = program("Mozilla Thunderbird (x64 fr)", "135.0.1");
        assertTrue(release.needs(MAIL));
        assertFalse(release.needs(MAIL_ESR));
    }

    @Test
    void believesTheProgramOverItsStaleEntry() {
        Endpoint replaced = new Endpoint(
                List.of(new Entry("Mozilla Firefox (x64 fr)", "136.0.2", false)),
                Map.of("Mozilla Firefox\\firefox.exe", "136.0.4"));
        assertTrue(replaced.has(RELEASE));
    }

    @Test
    void doesNotBelieveAProgramThatMayBeTheOtherEdition() {
        Endpoint both = new Endpoint(
                List.of(
                        new Entry("Mozilla Firefox (x64 fr)", "136.0.2", false),
                        new Entry("Mozilla Firefox ESR (x64 fr)", "140.1.0", false)),
                Map.of("Mozilla Firefox\\firefox.exe", "140.1.0"));
        assertTrue(both.needs(RELEASE));
    }
}
