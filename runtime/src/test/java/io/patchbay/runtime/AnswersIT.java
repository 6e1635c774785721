package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.runtime.TestEngine.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts rely on: that an empty answer means that there is nothing, and the status whether all is well. */
class AnswersIT {
    private static final Pattern ID = Pattern.compile("\"id\" : \"([0-9a-f-]{36})\"");

    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        TestEngine.publish(data, "2026-01-01", numbers(9));
        engine = TestEngine.start(data);
        SampleJar.provider("1.0.0").dropInto(engine.folder("providers").resolve("sample.jar"));
        Eventually.get(engine::dropIns, dropIns -> dropIns.contains("state=STARTED"));
        engine.ask("patchbay:sync sample");
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private void assertRefused(String message, String command) throws Exception {
        Answer answer = engine.execute("patchbay:" + command);
        assertEquals(1, answer.status(), answer::toString);
        assertEquals("", answer.out());
        assertTrue(answer.err().startsWith(message), answer.err());
        assertEquals(1, answer.err().lines().count(), answer.err());
    }

    @Test
    void aProviderThatNobodyKnowsIsRefused() throws Exception {
        for (String command : List.of("held nope", "feeds nope", "runs nope", "stop nope")) {
            assertRefused(command.replace(" nope", ": there is no provider \"nope\"; there are: "), command);
        }
        for (String command : List.of("updates", "facets", "products", "changes")) {
            assertRefused(command + ": there is no provider \"nope\"; there are: ", command + " --provider nope");
        }
        assertTrue(engine.ask("patchbay:held sample").startsWith("PROVIDER"));
    }

    @Test
    void aProductThatTheCatalogueDoesNotHaveIsRefusedWithThoseOfAName() throws Exception {
        assertRefused("updates: the catalogue has no product \"samp\"; there are: Sample\n", "updates --product samp");
        assertRefused(
                "products: the catalogue has no vendor \"Nobody\"; patchbay:facets lists those that there are\n",
                "products --vendor Nobody");
        assertTrue(engine.ask("patchbay:updates --product sample --severity critical")
                .contains("0 of 0 updates"));
    }

    @Test
    void theWordNullIsAWord() throws Exception {
        assertRefused("update: \"null\" is not an update's id\n", "update null");
        assertRefused("diff: \"null\" is not an update's id\n", "diff sample null");
        assertRefused("release: \"null\" is not an update's id\n", "release sample null --reason x");
        assertRefused("held: there is no provider \"null\"", "held null sample");
    }

    @Test
    void anActionThatIsNotRecordedIsRefused() throws Exception {
        assertRefused("audit: --action must be one of begin, ", "audit --action nothing");
    }

    @Test
    void theChangesOfOneUpdateAreFound() throws Exception {
        TestEngine.publish(data, "2026-01-02", numbers(10));
        engine.ask("patchbay:sync sample");
        assertRefused("changes: --since 3 is after the last generation, 2; ", "changes --since 3");
        Matcher id = ID.matcher(engine.ask("patchbay:changes --json --since 1"));
        assertTrue(id.find());
        assertEquals(
                2,
                engine.ask("patchbay:changes --update " + id.group(1)).lines().count());
        assertEquals(
                11, engine.ask("patchbay:changes --provider sample").lines().count());
        assertEquals(1, engine.ask("patchbay:changes --provider putty").lines().count());
    }

    @Test
    void theStatusTellsWhatWaitsAlthoughTheLastRunFailed() throws Exception {
        assertTrue(engine.ask("patchbay:status --check").contains("sample"));
        TestEngine.publish(data, "2026-01-02", "1");
        engine.execute("patchbay:sync sample");
        TestEngine.publish(data, "2026-01-03", "same", "same");
        engine.execute("patchbay:sync sample");
        Answer answer = engine.execute("patchbay:status --check --json");
        assertEquals(1, answer.status());
        assertTrue(answer.out().contains("\"heldCount\" : 1"), answer.out());
        assertTrue(answer.err().startsWith("status: sample failed ("), answer.err());
        assertTrue(answer.err().endsWith("1 held of sample\n"), answer.err());
    }
}
