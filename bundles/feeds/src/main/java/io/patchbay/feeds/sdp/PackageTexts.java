package io.patchbay.feeds.sdp;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Description.Text;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The elements {@code LocalizedProperties} of a package; the first names the default language. */
final class PackageTexts {
    final Map<String, Text> texts = new LinkedHashMap<>();

    void read(XmlReader xml) throws IOException, FeedException {
        Map<String, String> fields = new LinkedHashMap<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "Language", "Title", "Description" -> fields.put(xml.name(), xml.text());
                default -> throw Words.unexpected(xml, "LocalizedProperties");
            }
        }
        if (fields.size() < 3) {
            throw xml.failure("expected Language, Title and Description in LocalizedProperties");
        }
        Text text = new Text(fields.getOrDefault("Title", ""), fields.getOrDefault("Description", ""), "");
        texts.merge(fields.getOrDefault("Language", ""), text, PackageTexts::joined);
    }

    /**
     * Some packages of HP's have two texts in one language, most the same twice; what the second says besides is added
     * below.
     */
    private static Text joined(Text first, Text second) {
        if (first.equals(second)) {
            return first;
        }
        String title = first.title().equals(second.title()) ? "" : second.title() + "\n";
        return new Text(first.title(), first.description() + "\n\n" + title + second.description(), "");
    }

    String defaultLanguage() {
        return texts.keySet().iterator().next();
    }

    /** The title in English, or in the default language where there is none. */
    String title() {
        Text english = texts.get("en");
        return english == null ? texts.values().iterator().next().title() : english.title();
    }
}
