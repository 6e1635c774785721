package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PassageTest {
    private static final Pattern SENTENCE = Pattern.compile("version is (\\S+)(?: \\((\\w+)\\))?, of (.*)\\.");

    private static List<Passage> words(String sentence) throws Exception {
        Documents page = Documents.of("<p>Welcome<p> <p class=now> " + sentence + " </p>");
        return Passage.find(Html.read(page, Documents.DOCUMENT), "feed", "p.now", SENTENCE, "a version and its day");
    }

    private static void refuses(String message, Executable reading) {
        assertEquals(message, assertThrows(FeedException.class, reading).getMessage());
    }

    @Test
    void readsWhatASentenceSays() throws Exception {
        List<Passage> words = words("The version is 1.2 (stable), of 2026-05-05.");
        assertEquals("1.2", words.get(0).version(VersionScheme.DOTTED));
        assertEquals("stable", words.get(1).text());
        assertEquals(LocalDate.of(2026, 5, 5), words.get(2).day());
    }

    @Test
    void leavesBlankWhatTheSentenceDoesNotSay() throws Exception {
        assertTrue(words("The version is 1.2, of 2026-05-05.").get(1).isEmpty());
    }

    @Test
    void readsADayAsPeopleWriteIt() throws Exception {
        assertEquals(
                LocalDate.of(2026, 5, 5),
                words("The version is 1.2, of May 5, 2026.").get(2).day());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "February 30, 2026", "May 2026", "today"})
    void refusesWhatIsNoDay(String day) {
        refuses(
                "feed at p.now: expected a day such as 2026-04-21, found \"" + day + '"',
                () -> words("The version is 1.2, of " + day + '.').get(2).day());
    }

    @Test
    void refusesWhatIsNoVersion() {
        refuses(
                "feed at p.now: expected a version of scheme DOTTED, found \"1.x\"",
                () -> words("The version is 1.x, of today.").get(0).version(VersionScheme.DOTTED));
    }

    @Test
    void refusesAPageWithoutTheSentence() {
        refuses(
                "feed at p.now: expected a version and its day, found nothing of the kind",
                () -> words("We have moved."));
    }

    @Test
    void readsATextThatIsTheSentence() throws Exception {
        Passage line = new Passage("notes.txt", "line 2", " version is 1.2, of today. ");
        assertEquals("1.2", line.match(SENTENCE, "a version and its day").get(0).text());
    }

    @Test
    void refusesATextThatIsMore() {
        Passage line = new Passage("notes.txt", "line 2", "version is 1.2, of today. Or not");
        refuses(
                "notes.txt at line 2: expected a version and its day, found \"version is 1.2, of today. Or not\"",
                () -> line.match(SENTENCE, "a version and its day"));
    }

    @Test
    void refusesATextOfAnotherBeginningOrEnd() throws Exception {
        Passage address = new Passage("status", "line 2", "https://mirror.example/vlc/a.exe");
        address.require("https://", "/vlc/a.exe");
        address.require("https://mirror.example", "/vlc/a.exe");
        refuses(
                "status at line 2: expected http://…/vlc/a.exe, found \"https://mirror.example/vlc/a.exe\"",
                () -> address.require("http://", "/vlc/a.exe"));
        refuses(
                "status at line 2: expected https://…/b.exe, found \"https://mirror.example/vlc/a.exe\"",
                () -> address.require("https://", "/b.exe"));
        assertThrows(FeedException.class, () -> address.require("https://mirror.example/", "/vlc/a.exe"));
    }

    @Test
    void numbersTheLinesOfATextButForBlankOnes() throws Exception {
        List<Passage> lines =
                Passage.lines(Documents.of("1.2\n \n  Better menus \n"), "feed", 2, "a version and words");
        assertEquals(
                List.of(new Passage("feed", "line 1", "1.2"), new Passage("feed", "line 3", "Better menus")), lines);
    }

    @Test
    void refusesATextOfFewerLines() {
        refuses(
                "feed: expected a version and words, found 1 lines",
                () -> Passage.lines(Documents.of("1.2\n\n"), "feed", 2, "a version and words"));
    }

    @Test
    void isWhereTheValueIsThatItIsOf() throws Exception {
        Value version =
                Json.parse("{\"version\": \"1.2\"}".getBytes(UTF_8), "feed").get("version");
        assertEquals(new Passage("feed", "/version", "1.2"), version.passage());
    }
}
