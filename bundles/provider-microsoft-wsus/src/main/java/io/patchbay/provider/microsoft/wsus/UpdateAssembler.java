package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.microsoft.PrerequisiteGroup;
import io.patchbay.feeds.microsoft.Titles;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Applicability;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Licensing;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Joins the metadata of a revision with what categories are, into an update. */
final class UpdateAssembler {
    private final CategoryTable table;
    private final String document;

    /**
     * An assembler.
     *
     * @param document the name of the document that the metadata are from
     */
    UpdateAssembler(CategoryTable table, String document) {
        this.table = table;
        this.document = document;
    }

    /**
     * The update.
     *
     * @param filed categories of it that its document may not name
     * @param addresses where its files are
     * @throws FeedException if the metadata contradict the model
     */
    Update update(UpdateMetadata metadata, SortedSet<UpdateId> filed, FileAddresses addresses) throws FeedException {
        UpdateId id = Objects.requireNonNull(metadata.id());
        try {
            Filing filing = new Filing(table, metadata.prerequisites(), filed);
            return join(id, metadata, filing, addresses);
        } catch (IllegalArgumentException | DateTimeException e) {
            String place = new Revision(id, metadata.revision()).toString();
            throw new FeedException(document, place, String.valueOf(e.getMessage()), e);
        }
    }

    private Update join(UpdateId id, UpdateMetadata metadata, Filing filing, FileAddresses addresses) {
        UpdateType type = metadata.type();
        Update.Builder update = Update.builder(id, type)
                .revision(metadata.revision(), metadata.publication())
                .release(release(type, filing, metadata), document);
        add(metadata.description(), Description.NONE, update::description);
        add(metadata.security(), Security.UNSPECIFIED, update::security);
        add(licensing(metadata, addresses), Licensing.FREE, update::licensing);
        add(relationships(id, type, filing, metadata), Relationships.NONE, update::relationships);
        add(addresses.located(metadata.files()), List.of(), update::files);
        add(metadata.applicability(), Applicability.NONE, update::applicability);
        add(metadata.installation(), Installation.NONE, update::installation);
        return update.build();
    }

    /** Only what the document really says is said to be from it. */
    private <T> void add(T part, T nothing, BiConsumer<T, String> setter) {
        if (!part.equals(nothing)) {
            setter.accept(part, document);
        }
    }

    private static Release release(UpdateType type, Filing filing, UpdateMetadata metadata) {
        boolean filed = type != UpdateType.CATEGORY && type != UpdateType.DETECTOID;
        return Release.of(
                filing.vendor(),
                filed ? filing.products() : List.of(),
                null,
                null,
                Titles.architecture(metadata.englishTitle()),
                metadata.languages(),
                filing.classification(),
                metadata.created().orElse(null));
    }

    private static Licensing licensing(UpdateMetadata metadata, FileAddresses addresses) {
        List<Eula.TextFile> files = metadata.licences().stream()
                .map(text -> new Eula.TextFile(addresses.located(text.file()), text.region()))
                .toList();
        return new Licensing(metadata.eula(texts(files), files).orElse(null), Acquisition.DOWNLOADABLE);
    }

    /** Where the text is in each language, or what its file is called; that of a region only if there is no other. */
    private static Map<String, String> texts(List<Eula.TextFile> files) {
        Map<String, String> texts = new TreeMap<>();
        for (Eula.TextFile text : files) {
            ContentFile file = text.file();
            String place =
                    file.urls().isEmpty() ? file.name() : file.urls().get(0).toString();
            if (text.region().isEmpty()) {
                texts.put(Objects.requireNonNull(file.language()), place);
            } else {
                texts.putIfAbsent(Objects.requireNonNull(file.language()), place);
            }
        }
        return texts;
    }

    /** A category's prerequisites are the categories above it: they are kept, because nothing else says so. */
    private static Relationships relationships(UpdateId id, UpdateType type, Filing filing, UpdateMetadata metadata) {
        List<List<UpdateId>> conditions = type == UpdateType.CATEGORY
                ? metadata.prerequisites().stream().map(PrerequisiteGroup::ids).toList()
                : filing.conditions();
        List<List<UpdateId>> bundles =
                metadata.bundles().stream().map(PrerequisiteGroup::ids).toList();
        SortedSet<UpdateId> supersedes = new TreeSet<>(metadata.supersedes());
        supersedes.remove(id);
        return Relationships.of(conditions, bundles, supersedes);
    }
}
