package io.patchbay.log;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which keys there are in a configuration of which name, as bundles describe it for the Metatype service (OSGi Compendium 8, 105). */
final class ConfigurationKeys {
    private final Map<String, SortedSet<String>> byName = new TreeMap<>();

    /** Adds what a description says, which is of one set of keys, and of the names that have it. */
    void read(InputStream description, String place) throws IOException, FeedException {
        SortedSet<String> keys = new TreeSet<>();
        try (XmlReader xml = Xml.open(description, place, XmlLimits.DEFAULT)) {
            read(xml, 0, keys);
        }
    }

    private void read(XmlReader xml, int depth, SortedSet<String> keys) throws IOException, FeedException {
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "AD" -> keys.add(Objects.requireNonNullElse(xml.attribute("id"), ""));
                case "Designate" ->
                    byName.computeIfAbsent(name(xml), any -> new TreeSet<>()).addAll(keys);
                default -> read(xml, xml.depth(), keys);
            }
        }
    }

    /** Of one configuration, or of several. */
    private static String name(XmlReader xml) {
        String one = Objects.requireNonNullElse(xml.attribute("pid"), "");
        return Objects.requireNonNullElse(xml.attribute("factoryPid"), one);
    }

    /** What nobody reads of a configuration of this name, a line each. */
    List<String> unread(String name, Collection<String> keys) {
        SortedSet<String> known = byName.get(name);
        if (known == null) {
            return List.of(
                    "nothing is configured by the name " + name + "; there are " + String.join(", ", byName.keySet()));
        }
        List<String> unread = new ArrayList<>();
        for (String key : new TreeSet<>(keys)) {
            if (!known.contains(key) && !isOfFramework(key)) {
                unread.add(key + " is no key of " + name + "; there are " + String.join(", ", known));
            }
        }
        return unread;
    }

    private static boolean isOfFramework(String key) {
        return key.startsWith("service.") || key.startsWith("felix.");
    }
}
