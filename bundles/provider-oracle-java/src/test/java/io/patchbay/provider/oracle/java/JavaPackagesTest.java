package io.patchbay.provider.oracle.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Installation;
import io.patchbay.model.Update;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import io.patchbay.testkit.RecordedCases;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failure 23: rules against the rows that Java's installers leave in the registry")
final class JavaPackagesTest {
    private static final RecordedCases CASES = RecordedCases.of(new OracleJavaProvider());
    private static final String OCTOBER = "2025-10-25-alert-revised";

    /** As they were observed, but for the views. */
    private static final Entry X64 = new Entry("{1}", "Java 8 Update 441 (64-bit)", "8.0.4410.7", false);

    private static final Entry X86 = new Entry("{2}", "Java 8 Update 431", "8.0.4310.10", true);

    /** As winget says, but for the view. */
    private static final Entry CURRENT = new Entry("{3}", "Java 8 Update 471 (64-bit)", "8.0.4710.9", false);

    private static List<String> needed(Endpoint endpoint) throws Exception {
        return CASES.updates(CASES.open(OCTOBER)).stream()
                .filter(update -> endpoint.needs(update.applicability()))
                .map(update -> update.release().line().toString())
                .toList();
    }

    @Test
    void eachProcessorHasItsOwnRuntime() throws Exception {
        assertEquals(List.of("Java 8 Runtime Environment/lts-8/x64/exe"), needed(Endpoint.with(X64)));
        assertEquals(List.of("Java 8 Runtime Environment/lts-8/x86/exe"), needed(Endpoint.with(X86)));
        assertEquals(List.of(), needed(Endpoint.with(CURRENT)));
    }

    @Test
    void anOldUpdateBesideTheCurrentOneIsStillToBeReplaced() throws Exception {
        assertEquals(List.of("Java 8 Runtime Environment/lts-8/x64/exe"), needed(Endpoint.with(X64, CURRENT)));
        assertEquals(List.of("Java 8 Runtime Environment/lts-8/x86/exe"), needed(Endpoint.with(X86, CURRENT)));
    }

    @Test
    void linesOfTheDevelopmentKitStandSideBySide() throws Exception {
        Entry old17 = new Entry("{4}", "Java(TM) SE Development Kit 17.0.9 (64-bit)", "17.0.9.0", false);
        Entry new21 = new Entry("{5}", "Java(TM) SE Development Kit 21.0.9 (64-bit)", "21.0.9.0", false);
        Entry first25 = new Entry("{6}", "Java(TM) SE Development Kit 25 (64-bit)", "25.0.0.0", false);
        assertEquals(
                List.of("Java 17 Development Kit/lts-17/x64/msi", "Java 25 Development Kit/lts-25/x64/msi"),
                needed(Endpoint.with(old17, new21, first25)));
    }

    @Test
    void othersJavaIsNotOracles() throws Exception {
        assertFalse(CASES.updates(CASES.open(OCTOBER)).isEmpty());
        assertEquals(List.of(), needed(Endpoint.with(new Entry("{7}", "OpenJDK 21.0.1", "21.0.1.0", false))));
    }

    @Test
    void installsSilentlyWithoutRestartAndRemovesOldUpdates() throws Exception {
        Installation runtime = CASES.update(CASES.open(OCTOBER), "Java 8 Runtime Environment/lts-8/x64/exe")
                .installation();
        assertEquals("jre-8u471-windows-x64.exe", runtime.file());
        assertTrue(runtime.arguments().startsWith("/s "));
        assertTrue(runtime.arguments().contains(" REBOOT=Disable "));
        assertTrue(runtime.arguments().endsWith(" REMOVEOUTOFDATEJRES=1"));
        assertNull(runtime.uninstall());
        assertEquals("java.exe javaw.exe javaws.exe", runtime.attributes().get(WindowsPackage.BLOCKING_PROCESSES));
    }

    @Test
    void onlyWhatTheLicenceAllowsIsDownloaded() throws Exception {
        for (Update update : CASES.updates(CASES.open(OCTOBER))) {
            boolean free =
                    List.of("lts-21", "lts-25").contains(update.release().line().channel());
            assertEquals(
                    free ? Acquisition.DOWNLOADABLE : Acquisition.VENDOR_ONLY,
                    update.licensing().acquisition());
            assertEquals(free, !update.files().get(0).digests().isEmpty());
        }
    }
}
