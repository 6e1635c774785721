package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.catalog.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final Usage USAGE = Filters.in(Usage.of("list", "", "Lists things."));

    private static Query read(String... words) throws CommandException {
        return Filters.read(USAGE.read(words)).build();
    }

    @Test
    void readsIdsHoweverTheyAreSpelt() throws CommandException {
        assertEquals("KB 5016616", read("--kb", "KB 5016616").kb());
        assertEquals("sp12345", read("--kb", "sp12345").kb());
        assertEquals("cve-2022-34713", read("--cve", "cve-2022-34713").cve());
    }

    @Test
    void readsHowBadVulnerabilitiesAre() throws CommandException {
        assertEquals(true, read("--exploited", "yes").exploited());
        assertEquals(7.5, read("--min-cvss", "7.5").scoreAtLeast());
        assertEquals(10.0, read("--min-cvss", "10").scoreAtLeast());
    }

    @Test
    void refusesWhatCanMatchNothing() {
        assertMessage(
                "list: --kb must be one KB article such as 5016616, not \"KB5017308,5016616\"",
                "--kb",
                "KB5017308,5016616");
        assertMessage("list: --cve must be a CVE id such as CVE-2022-34713, not \"2022-34713\"", "--cve", "2022-34713");
        for (String score : List.of("11", "7,5", "-1", "7.55", "high")) {
            assertMessage(
                    "list: --min-cvss must be a CVSS base score from 0 to 10, such as 7.0, not \"" + score + "\"",
                    "--min-cvss",
                    score);
        }
        assertMessage("list: --from 2026-08-17 is after --to 2026-08-01", "--from", "2026-08-17", "--to", "2026-08-01");
    }

    private static void assertMessage(String expected, String... words) {
        CommandException e = assertThrows(CommandException.class, () -> read(words));
        assertEquals(expected, e.getMessage());
    }
}
