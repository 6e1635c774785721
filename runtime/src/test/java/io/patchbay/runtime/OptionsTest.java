package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    private static final Path USER = Path.of("/home/user");

    @TempDir
    Path feeds;

    @Test
    void theDataFolderIsTheOptionOrTheEnvironmentOrInTheUsersHome() throws UsageException {
        Map<String, String> environment = Map.of("PATCHBAY_HOME", "/srv/patchbay");
        assertEquals(
                Path.of("/data"),
                Options.parse(List.of("--data", "/data"), environment, USER).data());
        assertEquals(
                Path.of("/srv/patchbay"),
                Options.parse(List.of(), environment, USER).data());
        assertEquals(
                Path.of("/home/user/.patchbay"),
                Options.parse(List.of(), Map.of(), USER).data());
    }

    @Test
    void readsEveryOption() throws UsageException {
        Options options = parse("-c", "a; b", "--feeds=" + feeds, "--at", "2026-01-01", "--providers", "/drop");
        assertEquals(Optional.of("a; b"), options.commands());
        assertEquals(Optional.of(feeds), options.feeds());
        assertEquals(Optional.of("2026-01-01"), options.at());
        assertEquals(Optional.of(Path.of("/drop")), options.providers());
    }

    @Test
    void asksForHelpOrVersion() throws UsageException {
        assertEquals(Options.Action.HELP, parse("--help").action());
        assertEquals(Options.Action.VERSION, parse("--version").action());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("unknown option --dta", "--dta", "x");
        assertRefused("unknown option -x", "-x");
        assertRefused("unexpected argument sync", "sync");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertRefused("option --data needs a value", "--data");
        assertRefused("option -c needs a value", "-c", "");
        assertRefused("option --at needs a value", "--at=");
    }

    @Test
    void refusesAnOptionThatIsGivenTwice() {
        assertRefused("option --data is given twice", "--data", "a", "--data", "b");
    }

    @Test
    void refusesAFolderOfFeedsThatIsNotThere() {
        assertRefused("option --feeds: there is no folder " + feeds.resolve("none"), "--feeds", feeds + "/none");
    }

    @Test
    void refusesADateWithoutRecordedFeeds() {
        assertRefused("option --at needs --feeds", "--at", "2026-01-01");
    }

    private static Options parse(String... arguments) throws UsageException {
        return Options.parse(List.of(arguments), Map.of(), USER);
    }

    private static void assertRefused(String message, String... arguments) {
        assertEquals(
                message,
                assertThrows(UsageException.class, () -> parse(arguments)).getMessage());
    }
}
