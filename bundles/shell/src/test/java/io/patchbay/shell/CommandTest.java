package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Usage USAGE = Usage.of("list", "", "Lists things.");

    @Test
    void makesOneLineThatNamesTheCommandOfWhateverGoesWrong() {
        assertMessage("list: the disk is full", (arguments, out) -> {
            throw new IOException("the disk is full");
        });
        assertMessage("list: java.io.IOException", (arguments, out) -> {
            throw new IOException();
        });
        assertMessage("list: failed with a bug of its own: java.lang.IllegalStateException: odd", (arguments, out) -> {
            throw new IllegalStateException("odd");
        });
    }

    private static void assertMessage(String expected, Command command) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CommandException e =
                assertThrows(CommandException.class, () -> Command.run(nowhere, USAGE, new String[0], command));
        assertEquals(expected, e.getMessage());
    }
}
