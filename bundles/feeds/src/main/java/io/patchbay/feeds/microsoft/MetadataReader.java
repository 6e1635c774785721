package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Applicability;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Description.Text;
import io.patchbay.model.Eula;
import io.patchbay.model.RuleElement;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of one revision from its document, or from its fragments in any order: core, extended, and one for each
 * language. Elements that it does not know are passed over. Not thread-safe; one reader for one revision.
 */
public final class MetadataReader {
    private final String source;
    private final PropertiesReader properties = new PropertiesReader();
    private final LocalizedReader localized = new LocalizedReader();
    private final RelationshipsReader relationships = new RelationshipsReader();
    private Applicability applicability = Applicability.NONE;
    private List<ContentFile> files = List.of();
    private final List<Eula.TextFile> licences = new ArrayList<>(0);
    private @Nullable RuleElement handlerData;
    private @Nullable UpdateId id;
    private int revision;

    /**
     * A reader that has read nothing yet.
     *
     * @param source the name of the snapshot's document that the digests are from
     */
    public MetadataReader(String source) {
        this.source = source;
    }

    /**
     * Reads a document or fragment to its end.
     *
     * @param xml a cursor before the first element
     */
    public void read(XmlReader xml) throws IOException, FeedException {
        read(xml, false);
    }

    /**
     * Reads a core fragment, but not beyond the identity of a component manifest. The rest of such a fragment is the manifest, tens of
     * megabytes of it, and the closing tags; it need not even be there.
     *
     * @param xml a cursor before the first element, or at an element that holds the fragment
     * @return whether it ended inside of a manifest: the cursor must not be moved any more
     */
    public boolean readToManifest(XmlReader xml) throws IOException, FeedException {
        return read(xml, true);
    }

    private boolean read(XmlReader xml, boolean endsAtManifest) throws IOException, FeedException {
        boolean ended = false;
        int depth = xml.depth();
        while (!ended && xml.nextChild(depth)) {
            ended = readElement(xml, endsAtManifest);
        }
        return ended;
    }

    /** Reads one of the parts of a document, which are the roots of fragments; returns whether to end here. */
    private boolean readElement(XmlReader xml, boolean endsAtManifest) throws IOException, FeedException {
        switch (xml.name()) {
            case "Update", "LocalizedPropertiesCollection" -> {
                return read(xml, endsAtManifest);
            }
            case "UpdateIdentity" -> readIdentity(xml);
            case "Properties", "ExtendedProperties" -> properties.read(xml);
            case "LocalizedProperties" -> localized.read(xml);
            case "Relationships" -> relationships.read(xml);
            case "Files" -> files = new FileReader(xml, source).read();
            case "EulaFile" -> licences.add(new FileReader(xml, source).readLicence());
            case "HandlerSpecificData" -> handlerData = ElementReader.read(xml);
            case "ApplicabilityRules" -> {
                RuleReader rules = new RuleReader(xml, endsAtManifest);
                applicability = rules.read();
                return rules.hasEnded();
            }
            default -> {}
        }
        return false;
    }

    private void readIdentity(XmlReader xml) throws IOException, FeedException {
        id = Attributes.id(xml, "UpdateID");
        revision = Attributes.number(xml, "RevisionNumber");
    }

    /**
     * What was read.
     *
     * @throws IllegalArgumentException if the documents contradict the model, such as a return code that is no number
     */
    public UpdateMetadata result() {
        return new UpdateMetadata(
                id,
                revision,
                properties.attributes,
                properties.languages,
                description(),
                security(),
                relationships.prerequisites,
                relationships.bundles,
                relationships.supersedes,
                applicability,
                files,
                licences,
                InstallationReader.read(properties, handlerData));
    }

    private Description description() {
        SortedMap<String, Text> texts = localized.texts;
        String language = properties.attributes.getOrDefault("DefaultPropertiesLanguage", "en");
        if (!texts.isEmpty() && !texts.containsKey(language)) {
            language = texts.containsKey("en") ? "en" : texts.firstKey();
        }
        List<URI> support = links(localized.support, properties.support);
        return Description.of(
                language,
                texts,
                kbArticles(texts),
                links(localized.moreInfo, properties.moreInfo),
                null,
                support.isEmpty() ? null : support.get(0));
    }

    private List<String> kbArticles(SortedMap<String, Text> texts) {
        Text english = texts.get("en");
        if (properties.kbArticles.isEmpty() && english != null) {
            return Titles.kbArticles(english.title());
        }
        return distinct(properties.kbArticles);
    }

    private static List<String> distinct(List<String> texts) {
        return List.copyOf(texts.size() < 2 ? texts : new LinkedHashSet<>(texts));
    }

    private static List<URI> links(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return Links.of(all);
    }

    /** What stands as CveID and is none, such as an advisory's number, is kept among the bulletins. */
    private Security security() {
        List<String> bulletins = new ArrayList<>(properties.bulletins);
        List<Cve> cves = new ArrayList<>();
        for (String id : distinct(properties.cves)) {
            if (Cve.isId(id)) {
                cves.add(cve(id));
            } else {
                bulletins.add(id);
            }
        }
        String rating = properties.attributes.get("MsrcSeverity");
        Severity severity = Severity.titled(rating == null ? "" : rating).orElse(Severity.UNSPECIFIED);
        return new Security(severity, rating, distinct(bulletins), cves);
    }

    /** The documents rate the update, not each vulnerability. */
    private static Cve cve(String id) {
        return new Cve(id, "", Severity.UNSPECIFIED, null, null, null, "Microsoft", false);
    }
}
