package io.patchbay.declared;

import io.patchbay.feeds.Value;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;

/** A document or a part of it, in which values are found in the way of its format. */
sealed interface Place {

    /**
     * Checks what is to be looked for: a path, a selector or an expression, by the format.
     *
     * @throws IllegalArgumentException if it is none
     */
    static void check(Feed.Format format, String wanted) {
        switch (format) {
            case HTML -> Markup.check(wanted);
            case JSON, YAML -> JsonPath.parse(wanted);
            default -> Regex.check(wanted);
        }
    }

    /** The parts to which a path or a selector leads, or that an expression matches. */
    List<Place> find(String wanted) throws FeedException;

    /** The text, or that of an attribute if one is named; empty if it has none. */
    Optional<String> text(Optional<String> attribute);

    /** Whether it is a part of another. */
    default boolean isWithin(Place other) {
        return false;
    }

    /** A value of a JSON or YAML document. */
    record Data(Value value) implements Place {
        @Override
        public List<Place> find(String wanted) throws FeedException {
            List<Place> places = new ArrayList<>();
            for (Value found : JsonPath.parse(wanted).find(value)) {
                places.add(new Data(found));
            }
            return places;
        }

        @Override
        public Optional<String> text(Optional<String> attribute) {
            boolean one = !value.isObject() && !value.isArray() && !value.isNull();
            return one ? Optional.of(value.spelled()) : Optional.empty();
        }
    }

    /** An element of a page. */
    record Markup(Element element) implements Place {
        /** Selectors with expressions of their own would be matched by an engine that some texts keep busy for ever. */
        static void check(String selector) {
            if (selector.contains("~=") || selector.contains(":matches")) {
                throw new IllegalArgumentException("a selector must not hold an expression; match is for that");
            }
            try {
                QueryParser.parse(selector);
            } catch (IllegalStateException e) {
                throw new IllegalArgumentException("not a CSS selector: " + e.getMessage(), e);
            }
        }

        @Override
        public List<Place> find(String wanted) {
            return element.select(wanted).stream().<Place>map(Markup::new).toList();
        }

        @Override
        public boolean isWithin(Place other) {
            return other instanceof Markup outer && element.parents().contains(outer.element);
        }

        /** Addresses are resolved against that of the page. */
        @Override
        public Optional<String> text(Optional<String> attribute) {
            if (attribute.isEmpty()) {
                return Optional.of(element.text());
            }
            String absolute = attribute.get().matches("href|src") ? element.absUrl(attribute.get()) : "";
            String value = absolute.isEmpty() ? element.attr(attribute.get()) : absolute;
            return Optional.of(value).filter(text -> !text.isEmpty());
        }
    }

    /** A part of a text. */
    record Plain(String text) implements Place {
        @Override
        public List<Place> find(String wanted) {
            return Regex.compile(wanted).all(text).stream()
                    .<Place>map(Plain::new)
                    .toList();
        }

        @Override
        public Optional<String> text(Optional<String> attribute) {
            return Optional.of(text);
        }
    }
}
