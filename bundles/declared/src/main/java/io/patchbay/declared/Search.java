package io.patchbay.declared;

import io.patchbay.spi.Feed.Format;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands in a document: the first that is found.
 *
 * @param at where it is declared
 * @param feed the document; null for the release's part of the list of releases
 * @param format of the document
 * @param find what leads to the value in the way of the format; null if the whole is meant
 * @param attribute of the element, if not its text
 * @param match the expression whose group, or all of which, is the value
 * @param need of which releases there must be one
 */
record Search(
        Setting at,
        @Nullable DeclaredFeed feed,
        Format format,
        @Nullable Template find,
        Optional<String> attribute,
        @Nullable Template match,
        Need need)
        implements Expression {
    private static final String[] KEYS = {"feed", "find", "match", "optional", "always"};
    private static final String[] KEYS_OF_PAGES = {"feed", "find", "attribute", "match", "optional", "always"};

    /** Of which releases a value must be found. */
    enum Need {
        /** Of none: it may lack. */
        NONE,
        /** Of the newest; older ones without it are left out. */
        NEWEST,
        /** Of all: where the document is there and the value is not, it was cut short. */
        ALL
    }

    static Search read(Setting setting, Vocabulary words) throws DeclarationException {
        Optional<Setting> other = setting.find("feed");
        DeclaredFeed feed = other.isEmpty() ? null : words.feed(other.get());
        Format format = (feed == null ? words.releases() : feed).feed().format();
        setting.allowing(format == Format.HTML ? KEYS_OF_PAGES : KEYS);
        Template find = template(setting, "find", words.names(), format);
        Template match = template(setting, "match", words.names(), Format.TEXT);
        if (find == null && match == null) {
            throw setting.problem("one of find, match, checksums and versions is needed to find a value");
        }
        return new Search(setting, feed, format, find, setting.findText("attribute"), match, need(setting));
    }

    private static Need need(Setting setting) throws DeclarationException {
        boolean optional = setting.isTrue("optional");
        boolean always = setting.isTrue("always");
        if (optional && always) {
            throw setting.problem("what is optional cannot be there always");
        }
        return optional ? Need.NONE : always ? Need.ALL : Need.NEWEST;
    }

    /** The text of a key in which names may stand, which is checked by the format; null if there is no such key. */
    static @Nullable Template template(Setting setting, String key, List<String> names, Format format)
            throws DeclarationException {
        Optional<Setting> value = setting.find(key);
        if (value.isEmpty()) {
            return null;
        }
        Template template = Template.read(value.get(), names);
        check(value.get(), format, fill(template, Names.SAMPLE, format));
        return template;
    }

    /** Refuses what leads nowhere in any document. */
    static void check(Setting setting, Format format, String wanted) throws DeclarationException {
        try {
            Place.check(format, wanted);
        } catch (IllegalArgumentException e) {
            throw setting.problem(String.valueOf(e.getMessage()), e);
        }
    }

    static String fill(Template template, Names names, Format format) {
        return format == Format.TEXT ? template.fill(names, Regex::quote) : template.fill(names);
    }

    /** The same, which may find nothing: a release without it does not count. */
    Search asCondition() throws DeclarationException {
        if (need != Need.NEWEST) {
            throw at.problem("a condition is never optional, and never always met");
        }
        return new Search(at, feed, format, find, attribute, match, Need.NONE);
    }

    @Override
    public Optional<Found> value(Scope scope) throws IOException, FeedException {
        Place start = scope.start(feed);
        String document = scope.document(feed);
        String wanted = find == null ? "" : fill(find, scope.names(), format);
        for (Place place : find == null ? List.of(start) : start.find(wanted)) {
            Optional<String> text = matched(place.text(attribute), scope.names());
            if (text.isPresent()) {
                return Optional.of(new Found(text.get(), document, at));
            }
        }
        if (need == Need.NONE) {
            return Optional.empty();
        }
        Code code = need == Need.ALL ? Code.TRUNCATED : Code.NOT_THE_FEED;
        throw new FeedException(
                code, document, wanted, "expected " + expected(scope.names()) + " (" + at.place() + ')');
    }

    private Optional<String> matched(Optional<String> text, Names names) {
        return match == null ? text : text.flatMap(Regex.compile(fill(match, names, Format.TEXT))::first);
    }

    private String expected(Names names) {
        String what = attribute.map(name -> "an attribute " + name).orElse("a value");
        return match == null ? what + ", found none" : what + " that matches " + match.fill(names) + ", found none";
    }
}
