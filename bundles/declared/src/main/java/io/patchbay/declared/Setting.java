package io.patchbay.declared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value in a file that describes a provider, which knows its line and the keys that lead to it. JSON is YAML, too. */
final class Setting {
    private final String file;
    private final String path;
    private final Node node;

    private Setting(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The whole of a file. */
    static Setting parse(String file, String text) throws DeclarationException {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            return new Setting(
                    file, "", root.orElseThrow(() -> new DeclarationException(file + ": the file is empty", null)));
        } catch (MarkedYamlEngineException e) {
            throw new DeclarationException(file + line(e.getProblemMark()) + ": not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new DeclarationException(file + ": not YAML: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new DeclarationException(file + ": nested too deeply", e);
        }
    }

    private static String line(Optional<Mark> mark) {
        return mark.map(m -> " line " + (m.getLine() + 1)).orElse("");
    }

    /** The same, whose keys are all among these, each there once. */
    Setting allowing(String... keys) throws DeclarationException {
        List<String> allowed = Arrays.asList(keys);
        for (Map.Entry<String, Setting> field : fields().entrySet()) {
            if (!allowed.contains(field.getKey())) {
                throw field.getValue().problem("there is no such key here; allowed are " + String.join(", ", allowed));
            }
        }
        return this;
    }

    /** Its keys and their values, in the order of the file. */
    Map<String, Setting> fields() throws DeclarationException {
        if (!(node instanceof MappingNode mapping)) {
            throw expected("keys and values");
        }
        Map<String, Setting> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new Setting(file, path, tuple.getKeyNode()).text();
            Setting value = new Setting(file, path.isEmpty() ? key : path + '.' + key, tuple.getValueNode());
            if (fields.put(key, value) != null) {
                throw value.problem("the key is there twice");
            }
        }
        return fields;
    }

    Setting get(String key) throws DeclarationException {
        Setting value = fields().get(key);
        if (value == null) {
            throw problem("the key " + key + " is missing");
        }
        return value;
    }

    Optional<Setting> find(String key) throws DeclarationException {
        return Optional.ofNullable(fields().get(key));
    }

    Optional<String> findText(String key) throws DeclarationException {
        Optional<Setting> value = find(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(value.get().text());
    }

    Optional<String> findLiteral(String key) throws DeclarationException {
        Optional<Setting> value = find(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(value.get().literal());
    }

    /** Its items; one that is no list is a list of one. */
    List<Setting> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<Setting> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Setting(file, path + '[' + items.size() + ']', item));
        }
        return items;
    }

    /** Its items, of which there is at least one. */
    List<Setting> items(String what) throws DeclarationException {
        if (items().isEmpty()) {
            throw problem("expected at least one " + what + ", found none");
        }
        return items();
    }

    /** The texts of its items; none if there is no such key. */
    List<String> texts(String key) throws DeclarationException {
        List<String> texts = new ArrayList<>();
        Optional<Setting> list = find(key);
        for (Setting item : list.map(Setting::items).orElse(List.of())) {
            texts.add(item.text());
        }
        return texts;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Whether it is this text, as it stands. */
    boolean says(String text) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
    }

    /** The text, which is not blank; numbers and dates are as they are written. */
    String text() throws DeclarationException {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw expected("a text");
    }

    /** The same, where nothing that a feed says gets into. */
    String literal() throws DeclarationException {
        if (text().contains("${")) {
            throw problem("no names are filled in here, so there is no ${...}");
        }
        return text();
    }

    int number(int least, int most) throws DeclarationException {
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls to the one message for everything that is no such number.
        }
        throw expected("a whole number from " + least + " to " + most);
    }

    boolean truth() throws DeclarationException {
        return choice(Truth.values()) == Truth.TRUE;
    }

    /** Whether there is such a key, and it is true. */
    boolean isTrue(String key) throws DeclarationException {
        Optional<Setting> value = find(key);
        return value.isPresent() && value.get().truth();
    }

    private enum Truth {
        TRUE,
        FALSE
    }

    /** The constant of this name, which is written in lower case with hyphens. */
    <E extends Enum<E>> E choice(E[] constants) throws DeclarationException {
        for (E constant : constants) {
            if (isText() && written(constant).equals(text())) {
                return constant;
            }
        }
        throw expected(Arrays.stream(constants).map(Setting::written).collect(Collectors.joining(", ")));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of the file that it is in. */
    String file() {
        return file;
    }

    /** Where it is, for messages about what was found by it. */
    String place() {
        return file + line(node.getStartMark()) + (path.isEmpty() ? "" : " " + path);
    }

    /** What to throw if another value is expected. */
    DeclarationException expected(String what) {
        String found = node instanceof ScalarNode scalar ? '"' + scalar.getValue() + '"' : "something else";
        return problem("expected " + what + ", found " + found);
    }

    DeclarationException problem(String what) {
        return problem(what, null);
    }

    DeclarationException problem(String what, @Nullable Throwable cause) {
        return new DeclarationException(place() + ": " + what, cause);
    }
}
