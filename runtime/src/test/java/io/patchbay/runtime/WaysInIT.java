package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The framework's own commands lead nothing past the checks of the drop-in folder. */
class WaysInIT {
    private static final String PROVIDER = "vendor.sample";

    @TempDir
    Path data;

    private TestEngine engine;
    private Path elsewhere;

    @BeforeEach
    void start() throws Exception {
        engine = TestEngine.start(data);
        SampleJar.provider("1.0.0").dropInto(engine.folder("providers").resolve("sample.jar"));
        Eventually.get(engine::dropIns, dropIns -> dropIns.contains("state=STARTED"));
        elsewhere = data.resolve("elsewhere.jar");
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    private Bundle bundle(String symbolicName) {
        return engine.engine().bundles().stream()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(Bundle bundle) {
        BundleException refused = assertThrows(BundleException.class, bundle::start);
        assertTrue(refused.getMessage().contains("did not come through the drop-in folder"), refused.getMessage());
        assertEquals(Bundle.INSTALLED, bundle.getState());
    }

    @Test
    void whatIsInstalledByHandDoesNotRunAndSaysWhatToDo() throws Exception {
        SampleJar.provider("vendor.other", "1.0.0", "SampleProvider").dropInto(elsewhere);
        engine.ask("felix:install " + elsewhere.toUri());
        TestEngine.Answer answer =
                engine.execute("felix:start " + bundle("vendor.other").getBundleId());
        assertTrue((answer.out() + answer.err()).contains("copy its file there"), answer.toString());
        assertRefused(bundle("vendor.other"));
    }

    @Test
    void whatLeadsOutOfTheFoldersIsElsewhere() throws Exception {
        SampleJar.provider("vendor.other", "1.0.0", "SampleProvider").dropInto(elsewhere);
        String staging = "reference:" + engine.folder("staging").toUri();
        assertRefused(engine.context().installBundle(staging + "../elsewhere.jar"));
        assertRefused(engine.context().installBundle(staging + "%2e%2e/elsewhere.jar"));
    }

    @Test
    void anUpdateFromElsewhereDoesNotRunUntilItsOwnFileIsReadAgain() throws Exception {
        SampleJar.provider("1.1.0").dropInto(elsewhere);
        engine.execute("felix:update vendor.sample " + elsewhere.toUri());
        assertRefused(bundle(PROVIDER));
        engine.ask("felix:update vendor.sample");
        bundle(PROVIDER).start();
        assertEquals(Bundle.ACTIVE, bundle(PROVIDER).getState());
        assertEquals("1.0.0", bundle(PROVIDER).getVersion().toString());
    }

    @Test
    void anUpdateThatOnlyAddsSomethingIsAnotherContent() throws Exception {
        SampleJar.provider("1.0.0").holding("OSGI-INF/more.xml", new byte[0]).dropInto(elsewhere);
        engine.execute("felix:update vendor.sample " + elsewhere.toUri());
        assertRefused(bundle(PROVIDER));
    }

    @Test
    void aBundleOfTheEngineIsNotReplacedByAnother() throws Exception {
        SampleJar.empty("io.patchbay.provider.putty", "9.0.0")
                .with("Export-Package", "io.patchbay.spi;version=1.99")
                .dropInto(elsewhere);
        engine.execute("felix:update io.patchbay.provider.putty " + elsewhere.toUri());
        assertRefused(bundle("io.patchbay.provider.putty"));
        engine.ask("felix:update io.patchbay.provider.putty");
        bundle("io.patchbay.provider.putty").start();
        assertEquals(Bundle.ACTIVE, bundle("io.patchbay.provider.putty").getState());
    }

    @Test
    void aFragmentChangesNothing() throws Exception {
        SampleJar.empty("vendor.fragment", "1.0.0")
                .with("Fragment-Host", "io.patchbay.spi")
                .with("Export-Package", "vendor.loot")
                .dropInto(elsewhere);
        engine.ask("felix:install " + elsewhere.toUri() + "; felix:refresh io.patchbay.spi");
        assertEquals(Bundle.INSTALLED, bundle("vendor.fragment").getState());
    }
}
