package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2: one document of mappings, sequences and scalars. Every scalar is text, so that a version is never taken for a number nor
 * a date for a time; one that is left empty is null. Anchors, aliases and repeated keys are refused.
 */
public final class Yaml {
    private static final String FENCE = "---";
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private Yaml() {}

    /** The feed's document. */
    public static Value read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        return parse(Text.read(snapshot, feed), feed.name());
    }

    /** The document. */
    public static Value read(Snapshot snapshot, Document document) throws IOException, FeedException {
        return parse(Text.read(snapshot, document), document.name());
    }

    /** What stands between the first two lines {@code ---} of a text, as static site generators take it. */
    public static Value frontMatter(Snapshot snapshot, Document document) throws IOException, FeedException {
        List<String> lines = Text.lines(snapshot, document).stream()
                .map(String::stripTrailing)
                .toList();
        int end = lines.subList(1, lines.size()).indexOf(FENCE);
        if (!lines.get(0).equals(FENCE) || end < 0) {
            throw new FeedException(document.name(), "line 1", "expected front matter between two lines ---");
        }
        // The first fence stays, so that errors name the line of the whole document.
        return parse(String.join("\n", lines.subList(0, end + 1)), document.name());
    }

    /**
     * A document that belongs to a bundle, and lies beside one of its classes.
     *
     * @throws FeedException if it is missing, or no such document
     */
    public static Value resource(Class<?> beside, String name) throws FeedException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new FeedException(name, "", "the bundle of " + beside.getName() + " lacks it");
            }
            return parse(Text.decode(in.readAllBytes(), name), name);
        } catch (IOException e) {
            throw new FeedException(name, "", "it cannot be read", e);
        }
    }

    private static Value parse(String text, String document) throws FeedException {
        try {
            return new YamlEvents(new Parse(SETTINGS).parseString(text).iterator(), document).read();
        } catch (MarkedYamlEngineException e) {
            throw new FeedException(document, place(e.getProblemMark()), "not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new FeedException(document, "", "not YAML: " + e.getMessage(), e);
        }
    }

    private static String place(Optional<Mark> mark) {
        return mark.map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                .orElse("");
    }
}
