package io.patchbay.shell;

import io.patchbay.catalog.CatalogException;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.felix.service.command.CommandSession;

/** What a command does with its arguments once they are read. */
interface Command {
    void run(Arguments arguments, PrintStream out) throws CommandException, IOException, InterruptedException;

    /** Reads the words, prints the help if it is asked for, else runs the command; whatever an operator can cause becomes one line. */
    static void run(CommandSession session, Usage usage, String[] words, Command command) throws CommandException {
        PrintStream out = session.getConsole();
        Arguments arguments = usage.read(words);
        if (arguments.has("--help")) {
            out.println(usage.help());
            return;
        }
        try {
            command.run(arguments, out);
        } catch (IllegalArgumentException | CatalogException | IOException e) {
            throw new CommandException(usage.command() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(usage.command() + ": interrupted");
        }
    }
}
