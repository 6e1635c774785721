package io.patchbay.model;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/**
 * One update, as one provider saw it in one snapshot: everything that an administrator, an endpoint and a patch server need to know
 * about it. Two equal updates are the same content; the catalogue raises an entry's revision exactly when they are not.
 *
 * @param id the identity
 * @param type what it is for
 * @param vendorRevision Microsoft's RevisionNumber; 0 for vendors that number no revisions
 * @param publication whether the vendor still offers it
 * @param release what was released, by whom, for what and when
 * @param description texts and links
 * @param security severity, bulletins and CVEs
 * @param licensing licence and way of acquisition
 * @param relationships prerequisites, bundled updates, superseded updates
 * @param files what to download; names are unique within a language
 * @param applicability the rules that tell whether an endpoint has it and needs it
 * @param installation how to install and remove it
 * @param sources for each part, the name of the snapshot's document that it was read from
 */
public record Update(
        UpdateId id,
        UpdateType type,
        int vendorRevision,
        PublicationState publication,
        Release release,
        Description description,
        Security security,
        Licensing licensing,
        Relationships relationships,
        List<ContentFile> files,
        Applicability applicability,
        Installation installation,
        SortedMap<Part, String> sources) {
    public Update {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(publication);
        Objects.requireNonNull(release);
        Objects.requireNonNull(description);
        Objects.requireNonNull(security);
        Objects.requireNonNull(licensing);
        Objects.requireNonNull(relationships);
        files = List.copyOf(files);
        Objects.requireNonNull(applicability);
        Objects.requireNonNull(installation);
        sources = Sorted.copy(sources);
        if (vendorRevision < 0) {
            throw new IllegalArgumentException("negative revision of " + id);
        }
        requireDistinct(id, files);
    }

    private static void requireDistinct(UpdateId id, List<ContentFile> files) {
        if (files.size() < 2) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (ContentFile file : files) {
            if (!names.add(file.language() + "/" + file.name())) {
                throw new IllegalArgumentException("update " + id + " has two files " + file.name());
            }
        }
    }

    /** The same with other files, read from the same document. */
    public Update withFiles(List<ContentFile> others) {
        return new Update(
                id,
                type,
                vendorRevision,
                publication,
                release,
                description,
                security,
                licensing,
                relationships,
                others,
                applicability,
                installation,
                sources);
    }

    /** Starts an update; what is not said stays empty, unspecified or none. */
    public static Builder builder(UpdateId id, UpdateType type) {
        return new Builder(id, type);
    }

    /** Collects the parts of an update, each with the document it was read from. Not thread-safe. */
    public static final class Builder {
        private static final Release NO_RELEASE =
                Release.of("", List.of(), null, null, Architecture.ANY, List.of(), Classification.UPDATES, null);

        private final UpdateId id;
        private final UpdateType type;
        private final Map<Part, String> sources = new EnumMap<>(Part.class);
        private int vendorRevision;
        private PublicationState publication = PublicationState.PUBLISHED;
        private Release release = NO_RELEASE;
        private Description description = Description.NONE;
        private Security security = Security.UNSPECIFIED;
        private Licensing licensing = Licensing.FREE;
        private Relationships relationships = Relationships.NONE;
        private List<ContentFile> files = List.of();
        private Applicability applicability = Applicability.NONE;
        private Installation installation = Installation.NONE;

        private Builder(UpdateId id, UpdateType type) {
            this.id = id;
            this.type = type;
        }

        /** Sets Microsoft's RevisionNumber and whether that revision is an expired one. */
        public Builder revision(int number, PublicationState state) {
            vendorRevision = number;
            publication = state;
            return this;
        }

        /** Sets the release; {@code document} is the name of the snapshot's document that says so, here and below. */
        public Builder release(Release value, String document) {
            release = value;
            return from(Part.RELEASE, document);
        }

        public Builder description(Description value, String document) {
            description = value;
            return from(Part.DESCRIPTION, document);
        }

        public Builder security(Security value, String document) {
            security = value;
            return from(Part.SECURITY, document);
        }

        public Builder licensing(Licensing value, String document) {
            licensing = value;
            return from(Part.LICENSING, document);
        }

        public Builder relationships(Relationships value, String document) {
            relationships = value;
            return from(Part.RELATIONSHIPS, document);
        }

        public Builder files(List<ContentFile> value, String document) {
            files = value;
            return from(Part.FILES, document);
        }

        public Builder applicability(Applicability value, String document) {
            applicability = value;
            return from(Part.APPLICABILITY, document);
        }

        public Builder installation(Installation value, String document) {
            installation = value;
            return from(Part.INSTALLATION, document);
        }

        private Builder from(Part part, String document) {
            sources.put(part, document);
            return this;
        }

        /** The update. Throws {@link IllegalArgumentException} if two of its files have one name and language. */
        public Update build() {
            return new Update(
                    id,
                    type,
                    vendorRevision,
                    publication,
                    release,
                    description,
                    security,
                    licensing,
                    relationships,
                    files,
                    applicability,
                    installation,
                    Sorted.copy(sources));
        }
    }
}
