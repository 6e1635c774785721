package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Description.Text;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code LocalizedProperties}: title, description and links in one language after the other. */
final class LocalizedReader {
    final SortedMap<String, Text> texts = new TreeMap<>();
    final List<String> moreInfo = new ArrayList<>();
    final List<String> support = new ArrayList<>();

    void read(XmlReader xml) throws IOException, FeedException {
        Map<String, String> fields = new HashMap<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            fields.put(xml.name(), xml.text());
        }
        String language = fields.get("Language");
        String title = fields.get("Title");
        if (language == null || title == null || title.isBlank()) {
            throw xml.failure("expected a Language and a Title in LocalizedProperties");
        }
        String description = fields.getOrDefault("Description", "");
        texts.put(language, new Text(title, description, fields.getOrDefault("UninstallNotes", "")));
        moreInfo.add(fields.getOrDefault("MoreInfoUrl", ""));
        support.add(fields.getOrDefault("SupportUrl", ""));
    }
}
