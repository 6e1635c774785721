package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Failure 23: rules against the rows that Mozilla's installers leave in the registry. */
class InstalledRulesTest {
    private static final String PROGRAM = "%ProgramFiles%\\Mozilla Firefox\\firefox.exe";
    private static final Applicability RELEASE = rules(Application.FIREFOX, "136.0.4");
    private static final Applicability ESR_128 = rules(Application.FIREFOX, "128.8.1esr");
    private static final Applicability ESR_115 = rules(Application.FIREFOX, "115.21.1esr");
    private static final Applicability MAIL = rules(Application.THUNDERBIRD, "136.0.1", 128);
    private static final Applicability MAIL_ESR = rules(Application.THUNDERBIRD, "128.8.1esr", 128);

    private static Applicability rules(Application application, String tag, Integer... otherLines) {
        MozillaRelease release = new MozillaRelease(application, tag, null, null);
        List<MozillaRelease> others = Stream.of(otherLines)
                .map(line -> new MozillaRelease(application, line + ".0esr", null, null))
                .toList();
        return release.packages(others).stream()
                .filter(of -> of.line().architecture() == Architecture.X64)
                .findFirst()
                .orElseThrow()
                .applicability();
    }

    /** The key is the name with the version until 147, and without anything from 148 on; no rule looks at it. */
    private static Entry entry(String name, String version, boolean view32) {
        return new Entry(name, name, version, view32);
    }

    private static Endpoint program(String name, String version) {
        return Endpoint.with(entry(name, version, false));
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

    /** So it was until 89. */
    @Test
    void knowsAnEntryWhoseNameHasTheVersion() {
        Endpoint old = program("Mozilla Firefox 88.0 (x64 fr)", "88.0");
        assertTrue(old.needs(RELEASE));
        assertFalse(Endpoint.with(entry("Mozilla Firefox 88.0 (x86 fr)", "88.0", true))
                .needs(RELEASE));
        assertFalse(program("Mozilla Firefox 78.11.0 ESR (x64 fr)", "78.11.0").needs(RELEASE));
    }

    @Test
    void tellsAThunderbirdOfAnEndedLineNothing() {
        for (String ended : List.of("78.14.0", "115.12.0", "128.14.0")) {
            assertFalse(program("Mozilla Thunderbird (x64 fr)", ended).needs(MAIL), ended);
        }
        Applicability later = rules(Application.THUNDERBIRD, "155.0", 153);
        assertFalse(program("Mozilla Thunderbird (x64 fr)", "140.10.1").needs(later));
        assertFalse(program("Mozilla Thunderbird (x64 fr)", "153.1.0").needs(later));
        assertTrue(program("Mozilla Thunderbird (x64 fr)", "140.0.1").needs(later));
        assertTrue(program("Mozilla Thunderbird (x64 fr)", "129.0").needs(later));
    }

    /** Until 115, there was no other edition. */
    @Test
    void aThunderbirdOfTheReleasesOwnLineIsTheRelease() {
        Applicability release = rules(Application.THUNDERBIRD, "115.7.0");
        assertTrue(program("Mozilla Thunderbird (x64 fr)", "115.6.1").needs(release));
        assertTrue(program("Mozilla Thunderbird (x64 fr)", "115.7.0").has(release));
        assertFalse(program("Mozilla Thunderbird (x64 fr)", "102.15.1").needs(release));
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
        assertFalse(Endpoint.with(entry("Mozilla Firefox (x86 fr)", "136.0.2", true))
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
        Endpoint replaced = Endpoint.with(entry("Mozilla Firefox (x64 fr)", "136.0.2", false))
                .withFile(PROGRAM, "136.0.4");
        assertTrue(replaced.has(RELEASE));
    }

    @Test
    void doesNotBelieveAProgramThatMayBeTheOtherEdition() {
        Endpoint both = Endpoint.with(
                        entry("Mozilla Firefox (x64 fr)", "136.0.2", false),
                        entry("Mozilla Firefox ESR (x64 fr)", "140.1.0", false))
                .withFile(PROGRAM, "140.1.0");
        assertTrue(both.needs(RELEASE));
    }
}
