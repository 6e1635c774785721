package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code Properties} of a document or core fragment, and {@code ExtendedProperties}, which hold what those leave out. */
final class PropertiesReader {
    final Map<String, String> attributes = new HashMap<>();
    final Map<String, String> installation = new HashMap<>(0);
    /** Null if the update cannot be removed. */
    @Nullable
    Map<String, String> uninstallation;

    final List<String> kbArticles = new ArrayList<>(0);
    final List<String> bulletins = new ArrayList<>(0);
    final List<String> cves = new ArrayList<>(0);
    final List<String> moreInfo = new ArrayList<>(0);
    final List<String> support = new ArrayList<>(0);
    /** Empty if the update is for all languages. */
    final Set<String> languages = new HashSet<>(0);

    void read(XmlReader xml) throws IOException, FeedException {
        xml.attributes(attributes::put);
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "InstallationBehavior" -> xml.attributes(installation::put);
                case "UninstallationBehavior" -> uninstallation = xml.attributes();
                case "KBArticleID" -> kbArticles.add(xml.text());
                case "SecurityBulletinID" -> bulletins.add(xml.text());
                case "CveID" -> cves.add(xml.text());
                case "MoreInfoUrl" -> moreInfo.add(xml.text());
                case "SupportUrl" -> support.add(xml.text());
                case "Language" -> languages.add(xml.text());
                default -> {}
            }
        }
        languages.remove("all");
    }
}
