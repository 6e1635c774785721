package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Reads YAML 1.2: one document of mappings, sequences and scalars. Every scalar is text, so that a version is never taken for a number nor a
 * date for a time; an empty one is null. Aliases are refused.
 */
public final class Yaml {
    private static final String FENCE = "---";

    private Yaml() {}

    /** The document. */
    public static Value read(Snapshot snapshot, Document document) throws IOException, FeedException {
        return parse(Text.read(snapshot, document), document.name());
    }

    /** What stands between the first two lines {@code ---} of a text, as static site generators take it. */
    public static Value frontMatter(Snapshot snapshot, Document document) throws IOException, FeedException {
        List<String> lines = Text.lines(snapshot, document);
        int end = lines.isEmpty() || !isFence(lines.get(0)) ? -1 : closing(lines);
        if (end < 0) {
            throw new FeedException(document.name(), "line 1", "expected front matter between two lines ---");
        }
        return parse(String.join("\n", lines.subList(1, end)), document.name());
    }

    private static int closing(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (isFence(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFence(String line) {
        return line.stripTrailing().equals(FENCE);
    }

    static Value parse(String text, String document) throws FeedException {
        try {
            Optional<Node> root = new Compose(settings(document)).composeString(text);
            if (root.isEmpty()) {
                throw new FeedException(document, "", "expected YAML, found nothing");
            }
            return value(root.get(), document, "", 0);
        } catch (MarkedYamlEngineException e) {
            throw new FeedException(document, place(e.getProblemMark()), "not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new FeedException(document, "", "not YAML: " + e.getMessage(), e);
        }
    }

    private static LoadSettings settings(String document) {
        return LoadSettings.builder()
                .setLabel(document)
                .setMaxAliasesForCollections(0)
                .setAllowRecursiveKeys(false)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(8 << 20)
                .build();
    }

    private static String place(Optional<Mark> mark) {
        return mark.map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                .orElse("");
    }

    private static Value value(Node node, String document, String pointer, int depth) throws FeedException {
        if (depth > 50) {
            throw new FeedException(document, pointer, "expected at most 50 levels");
        }
        return new Value(document, pointer, content(node, document, pointer, depth));
    }

    private static @Nullable Object content(Node node, String document, String pointer, int depth)
            throws FeedException {
        if (node instanceof MappingNode mapping) {
            return fields(mapping, document, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return items(sequence, document, pointer, depth);
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? null : scalar.getValue();
        }
        throw new FeedException(document, pointer, "expected no alias");
    }

    private static Map<String, Value> fields(MappingNode mapping, String document, String pointer, int depth)
            throws FeedException {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new FeedException(document, pointer, "expected keys that are text");
            }
            String name = key.getValue();
            Value value = value(tuple.getValueNode(), document, pointer + '/' + Json.escape(name), depth + 1);
            if (fields.put(name, value) != null) {
                throw new FeedException(document, pointer, "expected one field \"" + name + "\", found two");
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static List<Value> items(SequenceNode sequence, String document, String pointer, int depth)
            throws FeedException {
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value(item, document, pointer + '/' + items.size(), depth + 1));
        }
        return Collections.unmodifiableList(items);
    }
}
