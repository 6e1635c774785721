package io.patchbay.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a command accepts: read its arguments with it, and print it as help.
 *
 * @param command the command's name
 * @param operands what stands beside the options, such as {@code [PROVIDER…]}; blank if nothing may
 * @param purpose what the command does; the first sentence says it in short
 * @param options by name, in the order of the help
 */
record Usage(String command, String operands, String purpose, Map<String, Option> options) {
    /** An option; a flag if it takes no value. */
    record Option(String value, String purpose) {
        boolean isFlag() {
            return value.isEmpty();
        }
    }

    static Usage of(String command, String operands, String purpose) {
        Map<String, Option> options = new LinkedHashMap<>();
        options.put("--json", new Option("", "print JSON and nothing else"));
        options.put("--help", new Option("", "print this help"));
        return new Usage(command, operands, purpose, options);
    }

    /** The same with one more option, ahead of {@code --json}. */
    Usage with(String name, String value, String text) {
        Map<String, Option> more = new LinkedHashMap<>();
        options.forEach((key, option) -> {
            if (key.equals("--json")) {
                more.put(name, new Option(value, text));
            }
            more.put(key, option);
        });
        return new Usage(command, operands, purpose, more);
    }

    /** Reads arguments: {@code --name value}, {@code --name=value}, flags, operands. */
    Arguments read(@Nullable String... arguments) throws CommandException {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        // the shell makes a null of the word null
        List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                rest.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Option option = option(name);
            if (option.isFlag()) {
                values.put(flag(name, equals), "true");
            } else if (values.put(name, equals >= 0 ? word.substring(equals + 1) : next(words, ++i, name)) != null) {
                throw new CommandException(command + ": " + name + " is given twice");
            }
        }
        if (operands.isEmpty() && !rest.isEmpty()) {
            throw new CommandException(command + ": what is \"" + rest.get(0) + "\"? See " + command + " --help");
        }
        return new Arguments(this, values, rest);
    }

    private Option option(String name) throws CommandException {
        Option option = options.get(name);
        if (option == null) {
            throw new CommandException(command + ": there is no option " + name + "; see " + command + " --help");
        }
        return option;
    }

    private String flag(String name, int equals) throws CommandException {
        if (equals >= 0) {
            throw new CommandException(command + ": " + name + " takes no value");
        }
        return name;
    }

    private String next(List<String> words, int index, String name) throws CommandException {
        if (index >= words.size()) {
            throw new CommandException(command + ": " + name + " needs a value");
        }
        return words.get(index);
    }

    /** The help: a line of usage, the purpose, the options. */
    String help() {
        int width = options.entrySet().stream()
                .mapToInt(e -> left(e).length())
                .max()
                .orElse(0);
        String lines = options.entrySet().stream()
                .map(e -> "  " + left(e) + " ".repeat(width - left(e).length()) + "  "
                        + e.getValue().purpose())
                .collect(Collectors.joining("\n"));
        return line() + " [options]\n" + purpose + "\n" + lines;
    }

    /** The first sentence of the purpose. */
    String summary() {
        return purpose.substring(0, purpose.indexOf('.') + 1);
    }

    /** The command and what stands behind it. */
    String line() {
        return "patchbay:" + command + (operands.isEmpty() ? "" : " " + operands);
    }

    private static String left(Map.Entry<String, Option> option) {
        return option.getValue().isFlag()
                ? option.getKey()
                : option.getKey() + ' ' + option.getValue().value();
    }
}
