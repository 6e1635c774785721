package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of an object; those that nobody reads are refused, because one that is misspelt must not pass for one that was left out. */
final class Keys {
    private Keys() {}

    static void check(Value object, String... known) throws FeedException {
        for (String key : object.fields().keySet()) {
            if (!List.of(known).contains(key)) {
                throw object.get(key).failure("no key but " + String.join(", ", known));
            }
        }
    }

    /** The fields of an object that may be missing. */
    static Map<String, Value> fields(Value parent, String key) throws FeedException {
        Optional<Value> object = parent.find(key);
        return object.isPresent() ? object.get().fields() : Map.of();
    }

    /** The constant of this name, which is written in lower case with hyphens. */
    static <E extends Enum<E>> E choice(Value value, E[] constants) throws FeedException {
        List<String> words = Stream.of(constants).map(Keys::written).toList();
        int chosen = words.indexOf(value.text());
        if (chosen < 0) {
            throw value.failure("one of " + String.join(", ", words));
        }
        return constants[chosen];
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The texts of a sequence that may be missing. */
    static List<String> texts(Value parent, String key) throws FeedException {
        Optional<Value> sequence = parent.find(key);
        List<String> texts = new ArrayList<>();
        for (Value text : sequence.isPresent() ? sequence.get().items() : List.<Value>of()) {
            texts.add(text.text());
        }
        return texts;
    }
}
