package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A vendor's bundle runs in a process of its own, and nobody sees a difference. */
class IsolationIT {
    private static final String UPDATES = "patchbay:updates --provider sample --json";

    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        TestEngine.publish(data, "2026-01-01", "one", "two");
        engine = TestEngine.start(data);
        SampleJar.provider("1.0.0").dropInto(engine.folder("providers").resolve("sample.jar"));
        Eventually.get(() -> engine.execute(UPDATES).out(), text -> text.contains("Sample two"));
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    private void configure(String line) throws Exception {
        configure("isolation", line);
    }

    private void configure(String name, String line) throws Exception {
        Files.writeString(engine.folder("conf").resolve("io.patchbay." + name + ".cfg"), line + "\n");
    }

    private String providers() throws IOException {
        return engine.ask("patchbay:providers");
    }

    private static boolean isIsolated(String provider, String table) {
        return table.lines().anyMatch(line -> line.startsWith(provider + ' ') && line.contains("running, isolated"));
    }

    private static boolean runsHere(String provider, String table) {
        return table.lines().anyMatch(line -> line.startsWith(provider + ' ') && line.contains("running "));
    }

    @Test
    void itsUpdatesAreTheSameAndItGoesBackAndForth() throws Exception {
        String inProcess = engine.ask(UPDATES);
        configure("isolation=process\nbundles=vendor.sample,io.patchbay.provider.putty");
        Eventually.get(this::providers, text -> isIsolated("sample", text) && isIsolated("putty", text));
        assertEquals(0, engine.execute("patchbay:sync sample --force").status());
        assertEquals(inProcess, engine.ask(UPDATES));
        configure("isolation=none");
        Eventually.get(this::providers, text -> runsHere("sample", text) && runsHere("putty", text));
    }

    @Test
    void everyProviderThatIsShippedRunsSoWithItsConfiguration() throws Exception {
        configure("wsus-one", "id = wsus");
        configure("sdp-one", "id = sdp\nvendor = Example\nurl = https://vendor.example/catalog.cab");
        configure("microsoft.catalog", "searches = KB5044284");
        configure("msrc.guide", "since = 2026-01-01");
        configure("msrc.csaf", "since = 2026-01-01");
        configure("isolation=process");
        for (String id : List.of("wsus", "sdp", "microsoft-catalog", "microsoft-msrc-guide", "microsoft-msrc-csaf")) {
            Eventually.get(this::providers, text -> isIsolated(id, text));
        }
        Eventually.get(this::shippedThatRun, standIns -> !standIns.contains(false));
    }

    /** Of each bundle of a shipped provider that runs, whether it is a stand-in. */
    private List<Boolean> shippedThatRun() {
        return engine.engine().bundles().stream()
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .filter(bundle -> bundle.getSymbolicName().startsWith("io.patchbay.provider."))
                .map(bundle -> bundle.getHeaders("").get("Patchbay-Isolated") != null)
                .toList();
    }

    @Test
    void whatWouldEndTheEngineEndsItsOwnProcess() throws Exception {
        configure("isolation=process\nbundles=vendor.sample,vendor.halting");
        Eventually.get(this::providers, text -> isIsolated("sample", text));
        Path folder = Files.createDirectories(engine.folder("feeds").resolve("halting/2026-01-01"));
        Files.writeString(folder.resolve("list.txt"), "one");
        SampleJar.provider("vendor.halting", "1.0.0", "HaltingProvider")
                .dropInto(engine.folder("providers").resolve("halting.jar"));
        Eventually.get(this::providers, text -> isIsolated("halting", text));
        TestEngine.Answer answer = engine.execute("patchbay:sync halting");
        assertEquals(1, answer.status());
        String reason = "the process of vendor.halting 1.0.0 ended with status 7";
        assertTrue(engine.ask("patchbay:status").contains(reason), answer.toString());
        assertTrue(engine.ask(UPDATES).contains("Sample two"));
    }
}
