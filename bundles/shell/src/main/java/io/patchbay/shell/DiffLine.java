package io.patchbay.shell;

import io.patchbay.feeds.UpdateJson;
import io.patchbay.feeds.Value;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.sync.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One value of an update that is not the same live and held.
 *
 * @param path where it stands in the JSON of the update
 * @param live null if it is not there
 * @param held null if it is not there
 */
record DiffLine(String path, @Nullable String live, @Nullable String held) {
    /** All values that differ, ordered by path. */
    static List<DiffLine> of(Difference difference) throws CommandException {
        SortedMap<String, String> live = values(difference.live());
        SortedMap<String, String> held = values(difference.held());
        TreeSet<String> paths = new TreeSet<>(live.keySet());
        paths.addAll(held.keySet());
        List<DiffLine> lines = new ArrayList<>();
        for (String path : paths) {
            DiffLine line = new DiffLine(path, live.get(path), held.get(path));
            if (line.live == null || !line.live.equals(line.held)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static SortedMap<String, String> values(@Nullable Update update) throws CommandException {
        SortedMap<String, String> values = new TreeMap<>();
        if (update == null) {
            return values;
        }
        try {
            collect(io.patchbay.feeds.Json.parse(UpdateJson.write(update), "update"), "", values);
            return values;
        } catch (FeedException e) {
            throw new CommandException("diff: the update cannot be shown: " + e.getMessage());
        }
    }

    private static void collect(Value value, String path, SortedMap<String, String> values) throws FeedException {
        if (value.isObject()) {
            for (Map.Entry<String, Value> field : value.fields().entrySet()) {
                collect(field.getValue(), path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), values);
            }
        } else if (value.isArray()) {
            int index = 0;
            for (Value item : value.items()) {
                collect(item, path + '[' + index++ + ']', values);
            }
        } else {
            values.put(path, value.spelled());
        }
    }

    /** One or two lines of text. */
    String text() {
        String minus = live == null ? "" : "- " + path + ": " + Table.visible(live);
        String plus = held == null ? "" : "+ " + path + ": " + Table.visible(held);
        return live == null || held == null ? minus + plus : minus + '\n' + plus;
    }

    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("path", path);
        fields.put("live", live);
        fields.put("held", held);
        return fields;
    }
}
