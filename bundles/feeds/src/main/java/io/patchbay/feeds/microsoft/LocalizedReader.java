package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Description.Text;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code LocalizedProperties}: title, description and links in one language after the other. */
final class LocalizedReader {
    final SortedMap<String, Text> texts = new TreeMap<>();
    final List<String> moreInfo = new ArrayList<>();
    final List<String> support = new ArrayList<>();

    void read(XmlReader xml) throws IOException, FeedException {
        Fields fields = new Fields();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            fields.read(xml);
        }
        if (fields.language == null || fields.title.isBlank()) {
            throw xml.failure("expected a Language and a Title in LocalizedProperties");
        }
        texts.put(fields.language, new Text(fields.title, fields.description, fields.uninstallNotes));
        addOther(moreInfo, fields.moreInfo);
        addOther(support, fields.support);
    }

    /** Most languages have the link of the one before. */
    private static void addOther(List<String> links, String link) {
        if (links.isEmpty() || !links.get(links.size() - 1).equals(link)) {
            links.add(link);
        }
    }

    /** What is said in one language. */
    private static final class Fields {
        @Nullable
        String language;

        String title = "";
        String description = "";
        String uninstallNotes = "";
        String moreInfo = "";
        String support = "";

        void read(XmlReader xml) throws IOException, FeedException {
            switch (xml.name()) {
                case "Language" -> language = xml.text();
                case "Title" -> title = xml.text();
                case "Description" -> description = xml.text();
                case "UninstallNotes" -> uninstallNotes = xml.text();
                case "MoreInfoUrl" -> moreInfo = xml.text();
                case "SupportUrl" -> support = xml.text();
                default -> {}
            }
        }
    }
}
