package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Whatever is installed past the checks of the drop-in folder does not become a part of the engine. */
class EngineGuardIT {
    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        engine = TestEngine.start(data);
        install("thief", "Export-Package", "io.patchbay.spi;version=1.99,loot;version=1.99");
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    /** Where the deployer keeps what it checked, so that only the package decides. */
    private Bundle install(String name, String header, String value) throws Exception {
        Path file = engine.folder("staging").resolve(name + ".jar");
        SampleJar.empty(name, "1").with(header, value).dropInto(file);
        BundleContext context = engine.engine().bundles().get(0).getBundleContext();
        return context.installBundle("reference:" + file.toUri());
    }

    private int stateWith(String imports) throws Exception {
        Bundle victim = install("victim", "Import-Package", imports);
        try {
            victim.start();
        } catch (BundleException e) {
            assertEquals(BundleException.RESOLVE_ERROR, e.getType());
        }
        return victim.getState();
    }

    @Test
    void aPackageOfTheEngineComesFromTheEngineOnly() throws Exception {
        assertEquals(Bundle.INSTALLED, stateWith("io.patchbay.spi;version=\"[1.99,2)\""));
    }

    @Test
    void anyOtherPackageComesFromWhoeverHasIt() throws Exception {
        assertEquals(Bundle.ACTIVE, stateWith("loot;version=\"[1.99,2)\""));
    }
}
