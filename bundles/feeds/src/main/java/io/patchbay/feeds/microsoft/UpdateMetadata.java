package io.patchbay.feeds.microsoft;

import io.patchbay.model.Applicability;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Security;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Microsoft's metadata say about one revision of an update, as far as its documents were read.
 *
 * @param id the update; null if no document read so far names it (only core fragments and whole documents do)
 * @param revision the RevisionNumber; 0 if {@code id} is null
 * @param properties the attributes of Properties and ExtendedProperties, by the names of MS-WSUSSS
 * @param languages the languages of the update; empty if it is for all languages
 * @param description titles, descriptions, KB numbers and links
 * @param security severity, bulletins and CVEs
 * @param prerequisites all groups must be satisfied; categories among them
 * @param bundles of each group one alternative is installed
 * @param supersedes the updates that this one replaces
 * @param applicability the rules
 * @param files the files, without addresses
 * @param licences the files of the licence, without addresses
 * @param installation how it is installed and removed
 */
public record UpdateMetadata(
        @Nullable UpdateId id,
        int revision,
        Map<String, String> properties,
        Set<String> languages,
        Description description,
        Security security,
        List<PrerequisiteGroup> prerequisites,
        List<PrerequisiteGroup> bundles,
        List<UpdateId> supersedes,
        Applicability applicability,
        List<ContentFile> files,
        List<Eula.TextFile> licences,
        Installation installation) {
    public UpdateMetadata {
        properties = Map.copyOf(properties);
        languages = Set.copyOf(languages);
        prerequisites = List.copyOf(prerequisites);
        bundles = List.copyOf(bundles);
        supersedes = List.copyOf(supersedes);
        files = List.copyOf(files);
        licences = List.copyOf(licences);
    }

    /**
     * What the update is for. Microsoft's documents know no bundles: software that bundles others is one.
     *
     * @throws IllegalArgumentException if the documents name a type that MS-WSUSSS does not define
     */
    public UpdateType type() {
        String type = properties.getOrDefault("UpdateType", "Software");
        return switch (type) {
            case "Category" -> UpdateType.CATEGORY;
            case "Detectoid" -> UpdateType.DETECTOID;
            case "Driver" -> UpdateType.DRIVER;
            case "Software" -> bundles.isEmpty() ? UpdateType.SOFTWARE : UpdateType.BUNDLE;
            default -> throw new IllegalArgumentException("expected an UpdateType of MS-WSUSSS, not " + type);
        };
    }

    /** Whether Microsoft still offers it. */
    public PublicationState publication() {
        boolean expired = "Expired".equals(properties.get("PublicationState"));
        return expired ? PublicationState.EXPIRED : PublicationState.PUBLISHED;
    }

    /**
     * The day it was created; empty if only fragments were read, which do not say.
     *
     * @throws java.time.DateTimeException if that is no time
     */
    public Optional<LocalDate> created() {
        return Optional.ofNullable(properties.get("CreationDate")).map(Attributes::date);
    }

    /**
     * The licence to accept; empty if there is none.
     *
     * @param texts the text or its address by language
     * @param files the files that hold it: {@link #licences}, with the addresses that are known
     */
    public Optional<Eula> eula(Map<String, String> texts, List<Eula.TextFile> files) {
        boolean again = Boolean.parseBoolean(properties.get("RequiresReacceptanceOfEula"));
        return Optional.ofNullable(properties.get("EulaID")).map(id -> new Eula(id, texts, again, files));
    }

    /** The English title; blank if there is none. */
    public String englishTitle() {
        Description.Text english = description.texts().get("en");
        return english == null ? "" : english.title();
    }
}
