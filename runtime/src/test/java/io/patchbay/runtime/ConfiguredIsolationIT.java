package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that a configuration makes run in processes of their own like all others, with what is configured for them and nothing else. */
class ConfiguredIsolationIT {
    private static final Path CATALOG =
            Path.of(System.getProperty("patchbay.root"), "vendor-feeds/sdp/2019-02-24-sp84159/catalog");

    @TempDir
    Path data;

    private FakeUpstream upstream;
    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        upstream = FakeUpstream.start();
        upstream.serve("/catalog.cab", Reply.of(Files.readAllBytes(CATALOG)));
        Files.createDirectories(data.resolve("conf"));
        configure("isolation", "isolation = process", "bundles = io.patchbay.provider.sdp, vendor.curious");
        configure("sdp-hp", "id = hp", "vendor = HP", "url = https://vendor.example/catalog.cab");
        configure(
                "feed-hp",
                "provider = hp",
                "feed = catalog",
                "url = " + upstream.url("/catalog.cab"),
                "allowHttp = true",
                "allowPrivateAddress = " + upstream.host());
        engine = TestEngine.online(data);
        Eventually.get(this::isolated, ids -> ids.contains("hp"));
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        upstream.close();
    }

    private void configure(String name, String... lines) throws IOException {
        Files.write(data.resolve("conf/io.patchbay." + name + ".cfg"), List.of(lines));
    }

    /** The ids of the providers in processes of their own. */
    private Set<String> isolated() throws IOException {
        return providers("running, isolated");
    }

    private Set<String> providers(String state) throws IOException {
        return engine.ask("patchbay:providers")
                .lines()
                .filter(line -> line.contains(state))
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toSet());
    }

    @Test
    void fetchesAndReadsWhatTheProviderInTheEngineDoes() throws Exception {
        assertEquals(0, engine.execute("patchbay:sync hp").status());
        String there = engine.ask("patchbay:updates --provider hp --json");
        assertTrue(there.contains("HP"), there);
        configure("isolation", "isolation = none");
        Eventually.get(() -> providers("running "), ids -> ids.contains("hp"));
        assertEquals(0, engine.execute("patchbay:sync hp --force").status());
        assertEquals(there, engine.ask("patchbay:updates --provider hp --json"));
    }

    @Test
    void followsItsConfiguration() throws Exception {
        configure("sdp-dell", "id = dell", "vendor = Dell", "url = https://vendor.example/dell.cab");
        Eventually.get(this::isolated, ids -> ids.containsAll(Set.of("hp", "dell")));
        configure("sdp-dell", "id = lenovo", "vendor = Lenovo", "url = https://vendor.example/lenovo.cab");
        Eventually.get(this::isolated, ids -> ids.contains("lenovo") && !ids.contains("dell"));
        Files.delete(data.resolve("conf/io.patchbay.sdp-hp.cfg"));
        Eventually.get(this::isolated, ids -> ids.contains("lenovo") && !ids.contains("hp"));
        configure("sdp-dell", "id = lenovo");
        Eventually.get(this::isolated, ids -> !ids.contains("lenovo"));
    }

    @Test
    void theEnginesOwnConfigurationReachesThemNotEvenWhenTheyAskForIt() throws Exception {
        Files.write(data.resolve("conf/vendor.curious.cfg"), List.of("colour = red"));
        SampleJar.provider("vendor.curious", "1.0.0", "CuriousProvider")
                .component(
                        "CuriousProvider",
                        "configuration-pid=\"vendor.curious io.patchbay.feed\" activate=\"activate\"",
                        "<service><provide interface=\"io.patchbay.spi.FeedProvider\"/></service>")
                .dropInto(engine.folder("providers").resolve("curious.jar"));
        Eventually.get(this::isolated, ids -> ids.contains("curious-colour"));
        assertFalse(
                isolated().stream().anyMatch(id -> id.contains("url")),
                isolated().toString());
    }
}
