package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.runtime.TestEngine.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine puts into its audit log. */
class AuditIT {
    private static final Pattern BROKEN_LINK = Pattern.compile(
            "audit: the log was altered: audit-000000000001.jsonl at line 1: record 1 .*; the 0 records before it .*\\n");

    private static final String USER = System.getProperty("user.name");

    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        TestEngine.publish(data, "2026-01-01", "one", "two");
        engine = TestEngine.start(data);
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
    }

    private String audit(String options) throws Exception {
        return engine.ask("patchbay:audit --json " + options);
    }

    private void dropIn() throws Exception {
        SampleJar.provider("1.0.0").dropInto(engine.folder("providers").resolve("sample.jar"));
        Eventually.get(engine::dropIns, dropIns -> dropIns.contains("state=STARTED"));
        engine.ask("patchbay:sync sample");
    }

    @Test
    void hasTheEngineItsBundlesAndItsRuns() throws Exception {
        assertTrue(audit("--action begin").contains("\"engine\""));
        dropIn();
        assertTrue(audit("--action install --object vendor.sample").contains("1.0.0"));
        assertTrue(audit("--action start --object vendor.sample").contains("1.0.0"));
        assertTrue(audit("--provider sample").contains("CHANGED"));
        assertTrue(audit("--action commit").contains("2026-01-01"));
        Files.delete(data.resolve("providers/sample.jar"));
        Eventually.get(() -> audit("--action uninstall"), records -> records.contains("vendor.sample"));
        String verified = engine.ask("patchbay:audit verify");
        assertTrue(verified.matches("[0-9]+ records are as they were written; the head is [0-9a-f]{64}\\n"), verified);
    }

    @Test
    void hasWhatIsHeldAndWhoDecidedWhy() throws Exception {
        TestEngine.publish(data, "2026-01-02", numbers(9));
        dropIn();
        TestEngine.publish(data, "2026-01-03", "1");
        assertEquals(1, engine.execute("patchbay:sync sample").status());
        assertTrue(audit("--action hold --provider sample").contains("MASS_REMOVAL"));
        engine.ask("patchbay:reject sample --reason 'an outage'");
        requireDecision("reject", "an outage");
        TestEngine.publish(data, "2026-01-04", "2");
        assertEquals(1, engine.execute("patchbay:sync sample").status());
        engine.ask("patchbay:release sample --reason announced");
        requireDecision("release", "announced");
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private void requireDecision(String action, String reason) throws Exception {
        String record = audit("--provider sample --action " + action);
        assertTrue(record.contains(by(USER)), record);
        assertTrue(record.contains('"' + reason + '"'), record);
    }

    @Test
    void namesWhoGaveTheCommand() throws Exception {
        dropIn();
        assertTrue(audit("--action start --object vendor.sample").contains(by("engine")));
        engine.ask("patchbay:sync sample");
        assertTrue(audit("--action run --provider sample --limit 1").contains(by(USER)));
        engine.ask("felix:stop vendor.sample");
        assertTrue(audit("--action stop --object vendor.sample").contains(by(USER)));
    }

    private static String by(String actor) {
        return "\"actor\" : \"" + actor + '"';
    }

    @Test
    void hasThatABundleIsReplaced() throws Exception {
        dropIn();
        SampleJar.provider("1.1.0").dropInto(data.resolve("providers/sample.jar"));
        String gone = Eventually.get(() -> audit("--action uninstall"), records -> records.contains("vendor.sample"));
        assertTrue(gone.contains("1.0.0"), gone);
        assertTrue(audit("--action stop --object vendor.sample").contains("1.0.0"));
        assertTrue(audit("--action start --object vendor.sample").contains("1.1.0"));
    }

    @Test
    void hasWhatIsConfiguredButNoSecret() throws Exception {
        Path file = data.resolve("conf/io.patchbay.feed-mirror.cfg");
        Files.write(
                file,
                List.of(
                        "provider = putty",
                        "feed = *",
                        "url = https://reader:hunter2@mirror.example/putty",
                        ".password = hunter3"));
        String records = Eventually.get(() -> audit("--action configure"), found -> found.contains("io.patchbay.feed"));
        assertTrue(records.contains("https://...@mirror.example/putty"), records);
        assertTrue(records.contains("secret "), records);
        Files.delete(file);
        Eventually.get(() -> audit("--action unconfigure"), found -> found.contains("io.patchbay.feed"));
        assertFalse(
                Files.readString(data.resolve("audit/audit-000000000001.jsonl")).contains("hunter"));
    }

    @Test
    void namesTheFirstRecordThatWasAltered() throws Exception {
        dropIn();
        Path log = data.resolve("audit/audit-000000000001.jsonl");
        Files.writeString(log, Files.readString(log).replace("\"begin\"", "\"began\""));
        Answer answer = engine.execute("patchbay:audit verify");
        assertEquals(1, answer.status());
        assertTrue(BROKEN_LINK.matcher(answer.err()).matches(), answer.err());
    }
}
