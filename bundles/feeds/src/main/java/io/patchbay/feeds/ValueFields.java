package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields of an object that may be absent, each with what is meant then. */
final class ValueFields {
    private ValueFields() {}

    /** Reads one value. */
    interface Reading<T> {
        T read(Value value) throws FeedException;
    }

    static String text(Value value, String name) throws FeedException {
        return value.optionalText(name).orElse("");
    }

    static @Nullable String nullable(Value value, String name) throws FeedException {
        return value.optionalText(name).orElse(null);
    }

    static @Nullable URI uri(Value value, String name) throws FeedException {
        return value.optionalText(name).map(URI::create).orElse(null);
    }

    static List<URI> uris(Value value, String name) throws FeedException {
        return list(value, name, one -> URI.create(one.text()));
    }

    static List<String> texts(Value value, String name) throws FeedException {
        return list(value, name, Value::text);
    }

    static long number(Value value, String name, long otherwise) throws FeedException {
        return optional(value, name, Value::number).orElse(otherwise);
    }

    static boolean truth(Value value, String name) throws FeedException {
        return optional(value, name, Value::truth).orElse(false);
    }

    static <E extends Enum<E>> E constant(Value value, String name, E otherwise) throws FeedException {
        return value.optionalText(name)
                .map(text -> Enum.valueOf(otherwise.getDeclaringClass(), text))
                .orElse(otherwise);
    }

    static Map<String, String> map(Value value, String name) throws FeedException {
        TreeMap<String, String> map = new TreeMap<>();
        Optional<Value> object = value.find(name);
        if (object.isPresent()) {
            for (Map.Entry<String, Value> field : object.get().fields().entrySet()) {
                map.put(field.getKey(), field.getValue().text());
            }
        }
        return map;
    }

    static <T> Optional<T> optional(Value value, String name, Reading<T> part) throws FeedException {
        Optional<Value> field = value.find(name);
        return field.isPresent() ? Optional.of(part.read(field.get())) : Optional.empty();
    }

    static <T> List<T> list(Value value, String name, Reading<T> part) throws FeedException {
        Optional<Value> array = value.find(name);
        return array.isPresent() ? all(array.get().items(), part) : List.of();
    }

    static <T> List<T> all(List<Value> values, Reading<T> part) throws FeedException {
        List<T> all = new ArrayList<>();
        for (Value value : values) {
            all.add(part.read(value));
        }
        return all;
    }
}
