package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Classification;
import io.patchbay.model.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Usage USAGE = Usage.of("list", "[NAME...]", "Lists things.")
            .with("--limit", "N", "how many")
            .with("--from", "DATE", "from when on")
            .with("--eula", "YES/NO", "with a licence")
            .with("--severity", "SEVERITY", "how bad")
            .with("--classification", "NAME", "what kind");

    @Test
    void readsOptionsFlagsAndOperandsInAnyOrder() throws CommandException {
        Arguments arguments = USAGE.read("a", "--limit", "7", "--json", "b", "--from=2026-08-16");
        assertEquals(List.of("a", "b"), arguments.operands());
        assertEquals(7, arguments.number("--limit", 20, 1));
        assertTrue(arguments.has("--json"));
        assertEquals(Optional.of(LocalDate.of(2026, 8, 16)), arguments.date("--from"));
    }

    @Test
    void findsChoicesHoweverTheyAreSpelt() throws CommandException {
        for (String spelling : List.of("security-updates", "Security Updates", "SECURITY_UPDATES")) {
            assertEquals(
                    Optional.of(Classification.SECURITY_UPDATES),
                    USAGE.read("--classification", spelling)
                            .choice("--classification", Classification.values(), Classification::title));
        }
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        assertMessage("list: there is no option --nope; see list --help", "--nope");
        assertMessage("list: --limit needs a value", "--limit");
        assertMessage("list: --json takes no value", "--json=yes");
        assertMessage("list: --limit is given twice", "--limit", "5", "--limit=6");
        assertMessage("list: --limit must be a whole number from 1 on, not \"0\"", "--limit", "0");
        assertMessage("list: --limit must be a whole number from 1 on, not \"many\"", "--limit", "many");
        assertMessage("list: --from must be a date such as 2026-08-16, not \"soon\"", "--from", "soon");
        assertMessage("list: --eula must be yes or no, not \"maybe\"", "--eula", "maybe");
        assertMessage(
                "list: --severity must be one of Unspecified, Low, Moderate, Important, Critical, not \"bad\"",
                "--severity",
                "bad");
    }

    @Test
    @SuppressWarnings("NullAway") // what the shell does
    void readsTheNullsThatTheShellMakesAsWords() throws CommandException {
        assertEquals(List.of("null"), USAGE.read(new String[1]).operands());
        assertEquals(List.of("a", "null"), USAGE.read("a", null).operands());
        assertEquals(Optional.of("null"), USAGE.read("--severity", null).text("--severity"));
    }

    @Test
    void takesNoOperandsWhereNoneAreMeant() {
        CommandException e = assertThrows(CommandException.class, () -> Usage.of("status", "", "Shows the state.")
                .read("putty"));
        assertEquals("status: what is \"putty\"? See status --help", e.getMessage());
    }

    @Test
    void printsEveryOptionInItsHelp() {
        String help = USAGE.help();
        assertTrue(help.startsWith("patchbay:list [NAME...] [options]\nLists things.\n"));
        USAGE.options().keySet().forEach(option -> assertTrue(help.contains("\n  " + option), option));
    }

    @Test
    void endsItsHelpWithWhatEveryCommandHas() {
        List<String> options = List.copyOf(USAGE.options().keySet());
        assertEquals(List.of("--json", "--help"), options.subList(options.size() - 2, options.size()));
        assertEquals(
                "Lists things.",
                Usage.of("list", "", "Lists things. And tells why.").summary());
    }

    private static void assertMessage(String expected, String... words) {
        CommandException e = assertThrows(CommandException.class, () -> readAll(USAGE.read(words)));
        assertEquals(expected, e.getMessage());
    }

    private static void readAll(Arguments arguments) throws CommandException {
        arguments.number("--limit", 20, 1);
        arguments.date("--from");
        arguments.yesOrNo("--eula");
        arguments.choice("--severity", Severity.values(), Severity::title);
    }
}
