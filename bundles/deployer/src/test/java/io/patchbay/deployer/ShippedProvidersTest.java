package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** A provider that the engine ships runs where it is configured to run, from the start. */
class ShippedProvidersTest extends DropInTest {
    private Bundle shipped;
    private ShippedProviders providers;

    @BeforeEach
    void ship() throws Exception {
        Path jar = work.resolve("shipped.jar");
        sample().writeTo(jar);
        shipped = context.installBundle("reference:" + jar.toUri());
        EngineApi engine =
                new EngineApi(context, "reference:" + work.resolve("staging").toUri());
        ProviderBundles bundles = new ProviderBundles(context, engine, isolation, origins, Duration.ofSeconds(20));
        providers = new ShippedProviders(engine, bundles, isolation, 2);
    }

    private static SampleJar sample() throws IOException {
        return SampleJar.of("2.0.0").with("Bundle-SymbolicName", "io.patchbay.provider.sample");
    }

    @Test
    void isStartedInThisProcess() throws Exception {
        providers.settle();
        assertEquals(Set.of("2.0.0"), running());
    }

    @Test
    void isNeverStartedIfItIsIsolated() throws Exception {
        isolation.isOn = true;
        providers.settle();
        assertEquals("stand-in", provider().getHeaders().get("Bundle-Name"));
        assertEquals(Bundle.INSTALLED, shipped.getState());
    }

    @Test
    void isMovedWhenTheConfigurationChanges() throws Exception {
        providers.settle();
        isolation.isOn = true;
        providers.settle();
        assertEquals(Set.of("1.0.0"), running(), "that of the stand-in");
        isolation.isOn = false;
        providers.settle();
        assertEquals(Set.of("2.0.0"), running());
    }

    @Test
    void doesNotRunIfItCannotBeIsolatedUntilItCan() throws Exception {
        isolation.isOn = true;
        isolation.isAble = false;
        providers.settle();
        assertEquals(Set.of(), running());
        isolation.isAble = true;
        providers.settle();
        assertEquals(Set.of(), running(), "too early to try again");
        providers.settle();
        assertEquals("stand-in", provider().getHeaders().get("Bundle-Name"));
        assertEquals(Bundle.INSTALLED, shipped.getState());
    }

    @Test
    void doesNotRunOnInThisProcessIfItCannotBeIsolated() throws Exception {
        providers.settle();
        isolation.isOn = true;
        isolation.isAble = false;
        providers.settle();
        assertEquals(Set.of(), running());
        isolation.isOn = false;
        providers.settle();
        assertEquals(Set.of("2.0.0"), running());
    }

    @Test
    void staysStoppedIfAnOperatorStoppedIt() throws Exception {
        providers.settle();
        shipped.stop();
        providers.settle();
        assertEquals(Set.of(), running());
    }

    @Test
    void isReplacedByANewerOneAlsoWhenItIsIsolated() throws Exception {
        isolation.isOn = true;
        providers.settle();
        sample().with("Bundle-Version", "3.0.0").writeTo(folder.resolve("newer.jar"));
        scanTwice();
        assertEquals(DropIn.State.STARTED, only().state());
    }
}
