package io.patchbay.runtime;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** A bundle of others that uses the catalogue, and is told of what is committed. */
class CatalogListenerIT {
    private static final String CATALOG = "io.patchbay.catalog";

    @TempDir
    Path data;

    @Test
    void isToldOfCommitsWhicheverOfTheTwoWasThereFirst() throws Exception {
        TestEngine.publish(data, "sample", "000000", "1");
        try (TestEngine engine = TestEngine.start(data)) {
            Path jar = engine.folder("staging").resolve("follower.jar");
            SampleJar.follower().dropInto(jar);
            engine.context().installBundle("reference:" + jar.toUri()).start();
            Bundle catalog = engine.engine().bundles().stream()
                    .filter(bundle -> CATALOG.equals(bundle.getSymbolicName()))
                    .findAny()
                    .orElseThrow();
            catalog.stop();
            catalog.start();
            SampleJar.provider("1.0.0").dropInto(engine.folder("providers").resolve("sample.jar"));
            Eventually.get(() -> told(engine), "sample 1 of 1"::equals);
        }
    }

    /** Nothing while the follower is not there, because the catalogue is not. */
    private static Object told(TestEngine engine) throws Exception {
        ServiceReference<?>[] followers =
                engine.context().getAllServiceReferences(Supplier.class.getName(), "(component.name=vendor.sample.*)");
        Object follower = followers == null ? null : engine.context().getService(followers[0]);
        return follower instanceof Supplier<?> told ? told.get() : "";
    }
}
