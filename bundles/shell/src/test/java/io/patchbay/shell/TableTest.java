package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsColumnsAndLeavesNoSpacesAtTheEnd() {
        List<String> lines =
                print(new Table("PROVIDER", "UPDATES").row("putty", 6).row("microsoft-scan", ""));
        assertEquals(List.of("PROVIDER        UPDATES", "putty           6", "microsoft-scan"), lines);
    }

    @Test
    void cutsWhatIsTooLongBetweenCharacters() {
        String line =
                print(new Table("TITLE", "STATE").row("😀".repeat(100), "new")).get(1);
        assertEquals("😀".repeat(71) + "…  new", line);
    }

    @Test
    void leavesTheLastColumnWhole() {
        String reason = "because ".repeat(50) + "of this";
        assertEquals(
                "x.jar  " + reason,
                print(new Table("FILE", "REASON").row("x.jar", reason)).get(1));
    }

    @Test
    void takesTheirPowerFromEscapeSequencesAndDirectionMarks() {
        assertEquals("·[31mred· a·b", Table.visible("\u001b[31mred\n a\u202eb"));
    }

    @Test
    void refusesARowOfAnotherWidth() {
        Table table = new Table("A", "B");
        assertThrows(IllegalArgumentException.class, () -> table.row("only one"));
    }

    private static List<String> print(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
