package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What is tried out is seen by nobody else. */
class TrialTest extends DropInTest {
    /** A bundle that asks for providers, as the engine's do. */
    private BundleContext asker() throws Exception {
        Path jar = work.resolve("asker.jar");
        SampleJar.of("1.0.0")
                .with("Bundle-SymbolicName", "asker")
                .with("Behaviour", "silent")
                .writeTo(jar);
        Bundle bundle = context.installBundle(jar.toUri().toString());
        bundle.start();
        return bundle.getBundleContext();
    }

    private Path sample() throws IOException {
        Path file = work.resolve("sample.jar");
        SampleJar.of("1.0.0").writeTo(file);
        return file;
    }

    private long copies() throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("staging/trials"))) {
            return files.count();
        }
    }

    @Test
    void isThereForWhoeverAskedAndForNobodyElse() throws Exception {
        BundleContext asker = asker();
        List<String> events = new ArrayList<>();
        asker.addServiceListener(event -> events.add(event.toString()));
        try (Trial trial = dropIns.tryOut(sample())) {
            assertEquals("sample", trial.provider().info().id());
            assertEquals(List.of(), List.copyOf(asker.getServiceReferences(FeedProvider.class, null)));
        }
        assertEquals(List.of(), events);
    }

    @Test
    void whatIsDroppedInIsSeenByAll() throws Exception {
        BundleContext asker = asker();
        Files.copy(sample(), folder.resolve("sample.jar"));
        scanTwice();
        assertEquals(1, asker.getServiceReferences(FeedProvider.class, null).size());
    }

    @Test
    void nothingOfItIsLeft() throws Exception {
        int before = context.getBundles().length;
        dropIns.tryOut(sample()).close();
        assertEquals(before, context.getBundles().length);
        assertEquals(0, copies());
    }

    @Test
    void nothingOfItIsLeftByWhoWasInterrupted() throws Exception {
        int before = context.getBundles().length;
        Trial trial = dropIns.tryOut(sample());
        Thread.currentThread().interrupt();
        trial.close();
        assertTrue(Thread.interrupted());
        assertEquals(before, context.getBundles().length);
        assertEquals(0, copies());
    }

    @Test
    void whatAnEngineThatWasKilledLeftOfItIsRemoved() throws Exception {
        Files.writeString(work.resolve("staging/trials/1-sample.jar"), "left");
        dropIns = dropIns(SHORT_DEADLINE);
        assertEquals(0, copies());
    }

    @Test
    void isRefusedForTheSameReasons() throws Exception {
        Path file = work.resolve("bad.jar");
        SampleJar.of("1.0.0").with("Behaviour", "throw").writeTo(file);
        String message =
                assertThrows(IOException.class, () -> dropIns.tryOut(file)).getMessage();
        assertEquals("bad.jar cannot start: Activator start error", message.substring(0, 43));
        assertEquals(0, copies());
    }
}
