package io.patchbay.shell;

import io.patchbay.catalog.CatalogException;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a command does with its arguments once they are read. */
interface Command {
    void run(Arguments arguments, PrintStream out) throws CommandException, IOException, InterruptedException;

    /** Reads the words, prints the help if it is asked for, else runs the command; whatever goes wrong becomes one line. */
    static void run(Usage usage, String[] words, Command command) throws CommandException {
        run(Operator.session().getConsole(), usage, words, command);
    }

    /** The same, with what it prints to. */
    static void run(PrintStream out, Usage usage, @Nullable String[] words, Command command) throws CommandException {
        Arguments arguments = usage.read(words);
        if (arguments.has("--help")) {
            out.println(usage.help());
            return;
        }
        try {
            command.run(arguments, out);
        } catch (IllegalArgumentException | CatalogException | IOException e) {
            throw new CommandException(usage.command() + ": " + (e.getMessage() == null ? e : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(usage.command() + ": interrupted");
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Command.class).warn("{} failed with a bug of its own", usage.command(), e);
            throw new CommandException(usage.command() + ": failed with a bug of its own: " + e);
        }
    }
}
