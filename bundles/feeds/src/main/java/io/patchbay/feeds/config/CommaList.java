package io.patchbay.feeds.config;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists in files of the configuration. A line of such a file is one text, so that what has commas in it comes in one piece; only where all values of
 * a file are written with their types do its lists come as lists.
 */
public final class CommaList {
    /** Up to the next comma, or to the next quote. */
    private static final Pattern ITEM = Pattern.compile("\"([^\"]*)\"|[^,\"]+");

    private CommaList() {}

    /**
     * The items: of one text {@code a, "b, c"} what stands between its commas, {@code a} and {@code b, c}; several as they are. None is
     * blank, or has blanks around it.
     */
    public static List<String> read(String... values) {
        Stream<String> items = values.length == 1 ? items(values[0]) : Stream.of(values);
        return items.map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static Stream<String> items(String line) {
        return ITEM.matcher(line).results().map(CommaList::unquoted);
    }

    private static String unquoted(MatchResult item) {
        return item.group(1) == null ? item.group() : item.group(1);
    }
}
