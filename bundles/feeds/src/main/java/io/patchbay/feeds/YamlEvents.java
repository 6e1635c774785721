package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds the value of one YAML document from its events, so that what is refused is refused before anything is built from it. */
final class YamlEvents {
    private static final int DEEPEST = 50;
    private static final int MOST = 1 << 20;

    private final Iterator<Event> events;
    private final String document;
    private int values;

    YamlEvents(Iterator<Event> events, String document) {
        this.events = events;
        this.document = document;
    }

    Value read() throws FeedException {
        expect(Event.ID.StreamStart);
        expect(Event.ID.DocumentStart);
        Value root = value(next(Pointer.ROOT), Pointer.ROOT, 0);
        expect(Event.ID.DocumentEnd);
        expect(Event.ID.StreamEnd);
        return root;
    }

    private void expect(Event.ID wanted) throws FeedException {
        Event event = next(Pointer.ROOT);
        if (event.getEventId() != wanted) {
            throw failure(Pointer.ROOT, "expected one YAML document");
        }
    }

    private Event next(Pointer pointer) throws FeedException {
        try {
            return events.next();
        } catch (NoSuchElementException e) {
            throw new FeedException(document, pointer.toString(), "the document ends too early", e);
        }
    }

    private Value value(Event event, Pointer pointer, int depth) throws FeedException {
        if (depth > DEEPEST) {
            throw failure(pointer, "expected at most " + DEEPEST + " levels");
        }
        if (++values > MOST) {
            throw failure(pointer, "expected at most " + MOST + " values");
        }
        refuseSharing(event, pointer);
        return new Value(document, pointer, content(event, pointer, depth));
    }

    /** Aliases are how a few lines of YAML become gigabytes; no feed needs them. */
    private void refuseSharing(Event event, Pointer pointer) throws FeedException {
        boolean anchor = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (anchor || event instanceof AliasEvent) {
            throw failure(pointer, "expected no anchor and no alias");
        }
    }

    private @Nullable Object content(Event event, Pointer pointer, int depth) throws FeedException {
        if (event instanceof MappingStartEvent) {
            return fields(pointer, depth);
        }
        if (event instanceof SequenceStartEvent) {
            return items(pointer, depth);
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar.isPlain() && scalar.getValue().isEmpty() ? null : scalar.getValue();
        }
        throw failure(pointer, "expected a value");
    }

    private Map<String, Value> fields(Pointer pointer, int depth) throws FeedException {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Event key = next(pointer); key.getEventId() != Event.ID.MappingEnd; key = next(pointer)) {
            refuseSharing(key, pointer);
            if (!(key instanceof ScalarEvent name)) {
                throw failure(pointer, "expected keys that are text");
            }
            Value value = value(next(pointer), pointer.field(name.getValue()), depth + 1);
            if (fields.put(name.getValue(), value) != null) {
                throw new FeedException(
                        FeedException.Code.DUPLICATE_KEY, document, value.pointer(), "expected each key once");
            }
        }
        return fields;
    }

    private List<Value> items(Pointer pointer, int depth) throws FeedException {
        List<Value> items = new ArrayList<>();
        for (Event item = next(pointer); item.getEventId() != Event.ID.SequenceEnd; item = next(pointer)) {
            items.add(value(item, pointer.item(items.size()), depth + 1));
        }
        return items;
    }

    private FeedException failure(Pointer pointer, String problem) {
        return new FeedException(document, pointer.toString(), problem);
    }
}
