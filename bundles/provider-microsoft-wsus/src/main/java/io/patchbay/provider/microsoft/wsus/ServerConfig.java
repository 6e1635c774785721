package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an upstream says about itself (GetConfigData).
 *
 * @param updatesPerRequest how many revisions it may be asked for at once
 * @param microsoft whether it is Microsoft's own
 * @param languages its LanguageID by its short name of each language in lower case, such as {@code pt-br}
 */
record ServerConfig(int updatesPerRequest, boolean microsoft, Map<String, String> languages) {
    /** Real servers allow 100; one that allows any number would get requests, and give answers, of any size. */
    private static final int MOST_UPDATES = 1_000;

    ServerConfig {
        languages = Map.copyOf(languages);
    }

    /** Reads a response; which element comes first differs from server to server. */
    static ServerConfig read(XmlReader xml) throws IOException, FeedException {
        if (!Soap.find(xml, "GetConfigDataResult")) {
            throw xml.failure("expected GetConfigDataResult");
        }
        int most = 0;
        int driverSets = 0;
        Map<String, String> languages = new TreeMap<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "MaxNumberOfUpdatesPerRequest" -> most = number(xml);
                case "MaxNumberOfDriverSetsPerRequest" -> driverSets = number(xml);
                case "LanguageUpdateList" -> readLanguages(xml, languages);
                default -> {}
            }
        }
        if (most <= 0) {
            throw xml.failure("expected a MaxNumberOfUpdatesPerRequest above 0");
        }
        // Driver sets are asked for at Microsoft only (MS-WSUSSS, 3.1.4.7); a WSUS allows none of them in a request.
        return new ServerConfig(Math.min(most, MOST_UPDATES), driverSets > 0, languages);
    }

    private static int number(XmlReader xml) throws IOException, FeedException {
        String name = xml.name();
        String text = xml.text();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw xml.failure("expected a number as " + name + ", not \"" + text + '"');
        }
    }

    private static void readLanguages(XmlReader xml, Map<String, String> languages) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            Map<String, String> language = new TreeMap<>();
            int inside = xml.depth();
            while (xml.nextChild(inside)) {
                language.put(xml.name(), xml.text());
            }
            String name = language.getOrDefault("ShortLanguage", "").toLowerCase(Locale.ROOT);
            languages.put(name, language.getOrDefault("LanguageID", ""));
        }
    }
}
