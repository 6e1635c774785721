package io.patchbay.declared;

import io.patchbay.feeds.Value;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of JSONPath (RFC 9535) that lists of releases need: {@code $}, then any of {@code .name}, {@code ['name']}, {@code [0]}, {@code
 * [*]}, {@code [?@.name == 'text']} and {@code [?@.name != 'text']}. What is compared may also be a number, true or false.
 *
 * @param steps from the value at which it starts
 */
record JsonPath(List<Step> steps) {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*";

    /** The alternatives: 1 or 2 a name, 3 an index, 4 all, 5 to 9 a filter: names, operator, text or other constant. */
    private static final Pattern STEP =
            Pattern.compile("\\.(" + NAME + ")|\\['([^']+)'\\]|\\[([0-9]{1,6})\\]|(\\[\\*\\])" + "|\\[\\?\\s*@((?:\\."
                    + NAME + ")+)\\s*(==|!=)\\s*(?:'([^']*)'|([0-9a-z]+))\\s*\\]");

    /** From one value to others. */
    private interface Step {
        List<Value> from(Value value) throws FeedException;
    }

    JsonPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none, or of a part of JSONPath that is not known here
     */
    static JsonPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int end = text.startsWith("$") ? 1 : 0;
        while (step.find(end) && step.start() == end) {
            steps.add(step(step));
            end = step.end();
        }
        if (end == 0 || end < text.length()) {
            throw new IllegalArgumentException("a path is $, then .name, ['name'], [0], [*], [?@.name == 'text'] or"
                    + " [?@.name != 'text'], which \"" + text.substring(end) + "\" is not");
        }
        return new JsonPath(steps);
    }

    private static Step step(Matcher step) {
        if (step.group(3) != null) {
            int index = Integer.parseInt(step.group(3));
            return value -> index(value, index);
        }
        if (step.group(4) != null) {
            return JsonPath::children;
        }
        return step.group(6) != null ? filter(step) : field(step.group(1) == null ? step.group(2) : step.group(1));
    }

    private static Step filter(Matcher step) {
        JsonPath path = parse('$' + step.group(5));
        String constant = step.group(7) == null ? step.group(8) : step.group(7);
        boolean equal = step.group(6).equals("==");
        return value -> {
            List<Value> chosen = new ArrayList<>();
            for (Value child : children(value)) {
                List<Value> found = path.find(child);
                boolean same = !found.isEmpty() && found.get(0).spelled().equals(constant);
                if (same == equal) {
                    chosen.add(child);
                }
            }
            return chosen;
        };
    }

    private static Step field(String name) {
        return value -> {
            Value found = value.isObject() ? value.fields().get(name) : null;
            return found == null || found.isNull() ? List.of() : List.of(found);
        };
    }

    private static List<Value> index(Value value, int index) throws FeedException {
        boolean there = value.isArray() && index < value.items().size();
        return there ? List.of(value.items().get(index)) : List.of();
    }

    private static List<Value> children(Value value) throws FeedException {
        if (value.isArray()) {
            return value.items();
        }
        Map<String, Value> fields = value.isObject() ? value.fields() : Map.of();
        return List.copyOf(fields.values());
    }

    /** The values that it leads to, in the order of the document. */
    List<Value> find(Value start) throws FeedException {
        List<Value> found = List.of(start);
        for (Step step : steps) {
            List<Value> next = new ArrayList<>();
            for (Value value : found) {
                next.addAll(step.from(value));
            }
            found = next;
        }
        return found;
    }
}
