package io.patchbay.sync.review;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Update;
import io.patchbay.sync.Objection.Code;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a command that comes out of a feed may do, where a provider knows no templates: run a file of the update, with arguments that neither
 * chain commands nor fetch anything.
 */
final class CommandRules {
    private static final Pattern REACHES_FURTHER =
            Pattern.compile("[&|<>^`\\r\\n]|(https?|ftp|file):|(^|[\\s\"'=])\\\\\\\\", Pattern.CASE_INSENSITIVE);

    private CommandRules() {}

    static void check(Update update, Objections objections) {
        Installation installation = update.installation();
        if (installation.handler() == Handler.COMMAND_LINE && !isOwn(installation.file(), update.files())) {
            objections.add(Code.COMMAND_LINE_HANDLER, "would run what is no file of it: " + installation.file());
        }
        checkReach(installation.arguments(), objections);
        checkReach(installation.uninstall(), objections);
    }

    /** What an archive holds, only who opens it knows. */
    private static boolean isOwn(String program, List<ContentFile> files) {
        return program.isEmpty()
                || files.stream()
                        .map(ContentFile::name)
                        .anyMatch(name -> name.equalsIgnoreCase(program)
                                || FileRules.extension(name).equals("cab"));
    }

    private static void checkReach(@Nullable String command, Objections objections) {
        Matcher further = REACHES_FURTHER.matcher(command == null ? "" : command);
        if (further.find()) {
            String found = further.group().strip();
            objections.add(
                    Code.COMMAND_LINE_HANDLER,
                    "expected one command with what the update brings, found " + found + " in " + command);
        }
    }
}
