package io.patchbay.provider.notepadplusplus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Rollout;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Answers that the updater was given by somebody else, or could be. */
final class HostileAnswersTest {
    private static final RecordedCases CASES = RecordedCases.of(new NotepadProvider());

    private static List<Update> updates(byte[] answer) throws IOException, FeedException {
        return CASES.updates(CASES.open("2025-11-18-release-8.8.8").with("gup-x64.xml", answer));
    }

    private static List<Update> updates(String answer) throws IOException, FeedException {
        return updates(answer.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void believesWhatGitHubSaysToo() throws Exception {
        Optional<Path> samples = Samples.badInput("hostile-feeds");
        if (samples.isEmpty()) {
            return;
        }
        List<Update> recorded = updates(CASES.open("2025-11-18-release-8.8.8").bytes("gup-x64.xml"));
        int judged = 0;
        for (String line : Files.readAllLines(samples.get().resolve("expected.tsv"))) {
            String[] fields = line.split("\t");
            if (fields[0].startsWith("npp-")) {
                judge(Files.readAllBytes(samples.get().resolve(fields[0])), fields, recorded);
                judged++;
            }
        }
        assertEquals(17, judged);
    }

    /** An answer that is accepted says that a release is offered, and changes nothing else of it: no address, no arguments. */
    private static void judge(byte[] answer, String[] fields, List<Update> recorded) throws Exception {
        if (!fields[2].equals("accept")) {
            assertThrows(FeedException.class, () -> updates(answer), fields[0]);
            return;
        }
        List<Update> found = updates(answer);
        for (int i = 0; i < found.size(); i++) {
            assertEquals(recorded.get(i).files(), found.get(i).files(), fields[0]);
            assertEquals(recorded.get(i).installation(), found.get(i).installation(), fields[0]);
        }
    }

    @Test
    @DisplayName("Failure 9: a release that is offered for one processor only is settling")
    void holdsWhatIsOfferedForOneProcessorOnly() throws Exception {
        List<Update> updates = updates(
                "<GUP><NeedToBeUpdated>yes</NeedToBeUpdated><Version>8.8.8</Version><Location>https://github.com/"
                        + "notepad-plus-plus/notepad-plus-plus/releases/download/v8.8.8/npp.8.8.8.Installer.x64.exe"
                        + "</Location></GUP>");
        assertEquals(Rollout.SETTLING, updates.get(0).release().rollout());
        assertEquals(Rollout.COMPLETE, updates.get(4).release().rollout());
    }

    @Test
    void takesNoOfferForAnAnswer() throws Exception {
        assertEquals(withBefore(Rollout.EXISTS), rollouts("2025-11-18-release-8.8.8", "gup-x64.xml"));
        assertEquals(
                withBefore(Rollout.EXISTS),
                rollouts("2025-11-18-release-8.8.8", "gup-x86.xml", "gup-x64.xml", "gup-arm64.xml"));
    }

    @Test
    void doesNotTakeBackWhatWasGivenOutBefore() throws Exception {
        List<Rollout> settling = withBefore(Rollout.SETTLING);
        assertEquals(
                settling, rollouts("2026-07-28-offered-8.9.7", "gup-x64.xml").subList(0, settling.size()));
    }

    /** Of the newest release and the one before it, four packages each. */
    private static List<Rollout> withBefore(Rollout newest) {
        return Stream.concat(Collections.nCopies(4, newest).stream(), Collections.nCopies(4, Rollout.COMPLETE).stream())
                .toList();
    }

    /** Those of a case in which these answers offer nothing. */
    private static List<Rollout> rollouts(String recorded, String... answers) throws Exception {
        var snapshot = CASES.open(recorded);
        for (String answer : answers) {
            snapshot = snapshot.with(
                    answer, "<GUP><NeedToBeUpdated>no</NeedToBeUpdated></GUP>".getBytes(StandardCharsets.UTF_8));
        }
        return CASES.updates(snapshot).stream()
                .map(update -> update.release().rollout())
                .toList();
    }

    @Test
    @DisplayName("Failure 5: what the vendor's example of an answer begins with is named by line and column")
    void refusesTheVendorsMalformedExample() {
        FeedException refused =
                assertThrows(FeedException.class, () -> updates("<?xml version=\\\"1.0\\\"?>\n<GUP></GUP>\n"));
        assertEquals("gup-x64.xml", refused.feed());
        assertEquals("line 1, column 15", refused.place());
    }

    @Test
    void refusesTheRealExample() throws Exception {
        Optional<Path> example = Samples.feeds("notepadplusplus/gup/gupReponseExample.xml");
        if (example.isPresent()) {
            byte[] bytes = Files.readAllBytes(example.get());
            assertThrows(FeedException.class, () -> updates(bytes));
        }
    }

    @Test
    @DisplayName("Failure 6: elements that are not known are passed over")
    void passesOverElementsThatAreNotKnown() throws Exception {
        List<Update> updates = updates("<GUP><script/><NeedToBeUpdated>no</NeedToBeUpdated>"
                + "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:SignedInfo/></ds:Signature></GUP>");
        assertEquals(8, updates.size());
    }

    @Test
    @DisplayName("Failure 19: a newline around a version is none of it")
    void takesAVersionWithoutTheSpaceAround() throws Exception {
        List<Update> updates = updates(
                "<GUP><NeedToBeUpdated>yes</NeedToBeUpdated><Version>8.8.8\n</Version><Location>https://github.com/"
                        + "notepad-plus-plus/notepad-plus-plus/releases/download/v8.8.8/npp.8.8.8.Installer.x64.exe\n"
                        + "</Location></GUP>");
        assertEquals(Rollout.SETTLING, updates.get(0).release().rollout());
    }
}
