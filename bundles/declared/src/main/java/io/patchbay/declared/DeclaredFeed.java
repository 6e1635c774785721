package io.patchbay.declared;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Feed.Format;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that a vendor publishes, or one for each release or file, whose address then says so.
 *
 * @param address where it is
 * @param ends whether a page ends with its end tag, as most do: one that does not was cut short
 * @param end the expression that what stands at the end of a text matches; null if nothing is known of it
 */
record DeclaredFeed(Feed feed, Template address, boolean ends, @Nullable Template end) {
    private static final String[] KEYS = {"url", "format", "ends", "max-megabytes", "max-age-days", "user-agent"};

    /** The formats of documents that can be declared. */
    private enum Form {
        JSON,
        YAML,
        HTML,
        TEXT
    }

    /** Reads all, by name. */
    static Map<String, DeclaredFeed> readAll(Setting feeds) throws DeclarationException {
        Map<String, DeclaredFeed> all = new LinkedHashMap<>();
        for (Map.Entry<String, Setting> entry : feeds.fields().entrySet()) {
            all.put(entry.getKey(), read(entry.getKey(), entry.getValue()));
        }
        if (all.isEmpty()) {
            throw feeds.expected("at least one feed");
        }
        return all;
    }

    private static DeclaredFeed read(String name, Setting setting) throws DeclarationException {
        setting.allowing(KEYS);
        if (SnapshotFolder.isReserved(name)) {
            throw setting.problem("no document can be named " + name);
        }
        Template address = Template.read(setting.get("url"), Names.OF_FILE).asAddress();
        try {
            Feed feed = options(Feed.of(name, base(address), format(name, setting)), setting);
            return ending(feed, address, setting);
        } catch (IllegalArgumentException e) {
            throw setting.problem(String.valueOf(e.getMessage()), e);
        }
    }

    private static DeclaredFeed ending(Feed feed, Template address, Setting setting) throws DeclarationException {
        if (feed.format() == Format.TEXT) {
            Template end = Search.template(setting, "ends", address.names(), Format.TEXT);
            return new DeclaredFeed(feed, address, false, end);
        }
        Optional<Setting> ends = setting.find("ends");
        return new DeclaredFeed(feed, address, ends.isEmpty() || ends.get().truth(), null);
    }

    /** Of a family, the folder that the addresses have in common. */
    private static String base(Template address) {
        String beginning = address.beginning();
        return address.names().isEmpty() ? beginning : beginning.substring(0, beginning.lastIndexOf('/') + 1);
    }

    private static Format format(String name, Setting setting) throws DeclarationException {
        Optional<Setting> format = setting.find("format");
        if (format.isPresent()) {
            return Format.valueOf(format.get().choice(Form.values()).name());
        }
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "json" -> Format.JSON;
            case "html", "htm" -> Format.HTML;
            case "yaml", "yml" -> Format.YAML;
            case "txt" -> Format.TEXT;
            default ->
                throw setting.problem("the name does not tell the format, so the key format must: json, yaml, html"
                        + " or text (for XML, too)");
        };
    }

    private static Feed options(Feed feed, Setting setting) throws DeclarationException {
        Feed with = feed.withUserAgent(setting.findText("user-agent").orElse(""));
        Optional<Setting> megabytes = setting.find("max-megabytes");
        if (megabytes.isPresent()) {
            with = with.withSizeLimit((long) megabytes.get().number(1, 64) << 20);
        }
        Optional<Setting> days = setting.find("max-age-days");
        return days.isEmpty()
                ? with
                : with.withFreshness(Duration.ofDays(days.get().number(1, 3650)));
    }

    /** Whether there is a document for each release, or for each file of it. */
    boolean isFamily() {
        return !address.names().isEmpty();
    }

    /** Whether there is a document for each file. */
    boolean isOfFiles() {
        return address.names().contains(Names.FILE);
    }

    /** The name of a document within the family. */
    String member(Names names) {
        return names.get(isOfFiles() ? Names.FILE : Names.VERSION).replaceAll("[^A-Za-z0-9._+-]", "_");
    }

    String document(Names names) {
        return isFamily() ? feed.name() + '/' + member(names) : feed.name();
    }

    /** Refuses a text that does not end as it is declared to. */
    void requireEnd(String text, Names names) throws FeedException {
        if (end == null) {
            return;
        }
        String expression = Search.fill(end, names, Format.TEXT);
        if (Regex.compile("(?:" + expression + ")\\s*\\z").first(text).isEmpty()) {
            String problem =
                    "expected " + expression + " at the end (" + end.at().place() + ')';
            throw new FeedException(Code.TRUNCATED, document(names), "", problem);
        }
    }

    /** The address of a document of the family, relative to that of the family. */
    URI relative(Names names) {
        return feed.url().relativize(address.fillAddress(names));
    }

    static List<Feed> feeds(Map<String, DeclaredFeed> all) {
        return all.values().stream().map(DeclaredFeed::feed).toList();
    }
}
