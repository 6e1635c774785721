package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads package.xml: one line of over 100 MB, in one pass, into columns of numbers. */
final class PackageReader {
    private static final int NONE = -1;

    private final XmlReader xml;
    /** The RevisionId of the update that is being read. */
    private int revision = NONE;

    private final PackageColumns columns = new PackageColumns();
    private final Attributes.Halves numbers;
    /** One set of each kind: four updates in five are for the same language. */
    private final Map<List<String>, SortedSet<String>> languageSets = new HashMap<>();

    private final Names names = new Names();
    /** A SHA-1 as it is written and as it is; one of each for all. */
    private final byte[] encoded = new byte[28];

    private final byte[] sha1 = new byte[Sha1s.LENGTH];
    /** Those of the update that is being read. */
    private final List<String> languages = new ArrayList<>();

    private PackageReader(XmlReader xml) {
        this.xml = xml;
        this.numbers = columns.ids::add;
    }

    /** What the document says. */
    static PackageColumns read(XmlReader xml) throws IOException, FeedException {
        PackageReader reader = new PackageReader(xml);
        try {
            reader.readPackage(xml.depth());
        } catch (FeedException e) {
            throw reader.revision == NONE ? e : e.inside("revision " + reader.revision);
        }
        return reader.columns;
    }

    private void readPackage(int depth) throws IOException, FeedException {
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "OfflineSyncPackage", "Updates", "FileLocations" -> readPackage(xml.depth());
                case "Update" -> readUpdate();
                case "FileLocation" -> columns.files.locate(file(), Attributes.characters(xml, "Url"));
                default -> {}
            }
        }
    }

    private void readUpdate() throws IOException, FeedException {
        revision = Attributes.number(xml, "RevisionId");
        int update = id("UpdateId");
        int number = Attributes.number(xml, "RevisionNumber");
        int created = (int) Attributes.date(xml, "CreationDate").toEpochDay();
        columns.bundles.set(columns.row(), Boolean.parseBoolean(xml.attribute("IsBundle")));
        languages.clear();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "Categories" -> readCategories();
                case "Prerequisites" -> readPrerequisites();
                case "BundledBy" -> readRevisions(columns.bundledBy);
                case "SupersededBy" -> readRevisions(columns.supersededBy);
                case "PayloadFiles" -> readFiles();
                case "EulaFiles" -> readEulas();
                case "Languages" -> readLanguages();
                default -> {}
            }
        }
        columns.languages.add(languageSet());
        columns.endRow(update, number, revision, created);
        revision = NONE;
    }

    private SortedSet<String> languageSet() {
        SortedSet<String> known = languageSets.get(languages);
        if (known == null) {
            known = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
            languageSets.put(List.copyOf(languages), known);
        }
        return known;
    }

    private void readCategories() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            int category = id();
            columns.addCategory(category, CategoryType.of(Attributes.characters(xml, "Type")));
        }
    }

    private void readPrerequisites() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("Or")) {
                readAlternatives();
            } else {
                columns.prerequisites.add(id());
            }
            columns.prerequisites.add(PackageColumns.END_OF_GROUP);
        }
    }

    private void readAlternatives() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            columns.prerequisites.add(id());
        }
    }

    private void readRevisions(IntRows revisions) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            revisions.add(Attributes.number(xml, "Id"));
        }
    }

    private void readFiles() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            columns.payload.add(file());
        }
    }

    private void readEulas() throws IOException, FeedException {
        SortedMap<String, Integer> eulas = columns.eulas.computeIfAbsent(columns.row(), row -> new TreeMap<>());
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            readEula(file(), eulas);
        }
    }

    private void readEula(int file, Map<String, Integer> eulas) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            eulas.put(language(), file);
        }
    }

    private void readLanguages() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            languages.add(language());
        }
    }

    private String language() throws FeedException {
        return names.of(Attributes.characters(xml, "Name"));
    }

    private int id() throws FeedException {
        return id("Id");
    }

    private int id(String attribute) throws FeedException {
        return Attributes.id(xml, attribute, numbers);
    }

    /** The number of the file whose SHA-1 is the attribute Id. */
    private int file() throws FeedException {
        CharSequence base64 = Attributes.characters(xml, "Id");
        return base64.length() == encoded.length ? file(base64) : anyFile();
    }

    private int file(CharSequence base64) throws FeedException {
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = (byte) Math.min(base64.charAt(i), Byte.MAX_VALUE);
        }
        try {
            boolean whole = Base64.getDecoder().decode(encoded, sha1) == sha1.length;
            return whole ? columns.files.add(sha1) : anyFile();
        } catch (IllegalArgumentException e) {
            return anyFile();
        }
    }

    private int anyFile() throws FeedException {
        String base64 = Attributes.text(xml, "Id");
        try {
            return columns.files.add(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected a SHA-1 in Base64 in the attribute Id, not \"" + base64 + '"');
        }
    }
}
