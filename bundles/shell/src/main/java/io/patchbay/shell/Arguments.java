package io.patchbay.shell;

import io.patchbay.model.UpdateId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The arguments of one call, read by the command's {@link Usage}; every value that cannot be used ends in one clear line. */
record Arguments(Usage usage, Map<String, String> options, List<String> operands) {
    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** A text that must match the pattern. */
    Optional<String> text(String option, Pattern pattern, String expected) throws CommandException {
        Optional<String> value = text(option);
        if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
            throw wrong(option, expected);
        }
        return value;
    }

    /** A whole number from {@code least} on. */
    int number(String option, int otherwise, int least) throws CommandException {
        return (int) longNumber(option, otherwise, least, Integer.MAX_VALUE);
    }

    long longNumber(String option, long otherwise, long least, long most) throws CommandException {
        String value = options.get(option);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls to the one message for everything that is no such number.
        }
        throw wrong(option, "a whole number from " + least + " on");
    }

    Optional<LocalDate> date(String option) throws CommandException {
        String value = options.get(option);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            throw wrong(option, "a date such as 2026-08-16");
        }
    }

    Optional<Boolean> yesOrNo(String option) throws CommandException {
        String value = options.get(option);
        if (value == null) {
            return Optional.empty();
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> throw wrong(option, "yes or no");
        };
    }

    /** The constant that has this name or title, whatever its case and with hyphens or spaces between words. */
    <E extends Enum<E>> Optional<E> choice(String option, E[] constants, Function<E, String> title)
            throws CommandException {
        String value = options.get(option);
        if (value == null) {
            return Optional.empty();
        }
        for (E constant : constants) {
            if (same(title.apply(constant), value) || same(constant.name(), value)) {
                return Optional.of(constant);
            }
        }
        throw wrong(option, "one of " + Arrays.stream(constants).map(title).collect(Collectors.joining(", ")));
    }

    private static boolean same(String left, String right) {
        return plain(left).equals(plain(right));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /** The only operand, an update's id. */
    UpdateId updateId() throws CommandException {
        return parse(onlyOperand("an update's id"));
    }

    /** The update's id that an option has. */
    Optional<UpdateId> updateId(String option) throws CommandException {
        String value = options.get(option);
        return value == null ? Optional.empty() : Optional.of(parse(value));
    }

    /** The text as an update's id. */
    UpdateId parse(String text) throws CommandException {
        try {
            return UpdateId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(usage.command() + ": \"" + text + "\" is not an update's id");
        }
    }

    String onlyOperand(String what) throws CommandException {
        if (operands.size() != 1) {
            throw new CommandException(usage.command() + ": give " + what + "; see " + usage.command() + " --help");
        }
        return operands.get(0);
    }

    /** Exactly so many operands. */
    List<String> operands(int count, String what) throws CommandException {
        if (operands.size() != count) {
            throw new CommandException(usage.command() + ": give " + what + "; see " + usage.command() + " --help");
        }
        return operands;
    }

    /** A path that does not depend on the engine's working folder, which is not the operator's. */
    static Path absolute(Usage usage, String text) throws CommandException {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException e) {
            // Falls to the one message for everything that is no such path.
        }
        throw new CommandException(usage.command() + ": an absolute path is needed, not \"" + text + '"');
    }

    private CommandException wrong(String option, String expected) {
        return new CommandException(
                usage.command() + ": " + option + " must be " + expected + ", not \"" + options.get(option) + '"');
    }
}
