package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.microsoft.PrerequisiteGroup;
import io.patchbay.feeds.microsoft.Titles;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Applicability;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Licensing;
import io.patchbay.model.Product;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Joins the fragments of a revision with what package.xml says about it, into an update.
 *
 * <p>A revision without fragments comes out too, with what package.xml says: without a title, but with its categories, files and
 * relations, so that nothing that is offered is hidden and nothing is made up.
 */
final class UpdateAssembler {
    private final ScanPackage scan;
    private final String shard;
    private final FragmentsReader reader;

    UpdateAssembler(ScanPackage scan, String shard) {
        this.scan = scan;
        this.shard = shard;
        this.reader = new FragmentsReader(shard);
    }

    Update update(int row, Fragments fragments) throws IOException, FeedException {
        try {
            return join(row, checked(row, reader.read(fragments.all())));
        } catch (IllegalArgumentException e) {
            int revision = scan.revisionId(row);
            String problem = String.valueOf(e.getMessage());
            throw new FeedException(ScanFile.NAME, shard + ", revision " + revision, problem, e);
        }
    }

    private UpdateMetadata checked(int row, UpdateMetadata metadata) {
        if (metadata.id() != null && !isOf(row, metadata)) {
            throw new IllegalArgumentException("expected " + scan.id(row) + " revision " + scan.revisionNumber(row)
                    + " as in package.xml, not " + metadata.id() + " revision " + metadata.revision());
        }
        return metadata;
    }

    private boolean isOf(int row, UpdateMetadata metadata) {
        return scan.id(row).equals(metadata.id()) && scan.revisionNumber(row) == metadata.revision();
    }

    private Update join(int row, UpdateMetadata metadata) {
        UpdateType type = type(row, metadata);
        Filing filing = new Filing(scan, row, prerequisites(row, metadata));
        Update.Builder update = Update.builder(scan.id(row), type)
                .revision(scan.revisionNumber(row), metadata.publication())
                .release(release(row, type, filing, metadata), ScanFile.NAME);
        add(metadata.description(), Description.NONE, update::description);
        add(metadata.security(), Security.UNSPECIFIED, update::security);
        add(licensing(row, metadata), Licensing.FREE, update::licensing);
        add(relationships(row, type, filing, metadata), Relationships.NONE, update::relationships);
        add(files(row, metadata), List.of(), update::files);
        add(metadata.applicability(), Applicability.NONE, update::applicability);
        add(metadata.installation(), Installation.NONE, update::installation);
        return update.build();
    }

    /** Only what the file really says is said to be from it. */
    private static <T> void add(T part, T nothing, BiConsumer<T, String> setter) {
        if (!part.equals(nothing)) {
            setter.accept(part, ScanFile.NAME);
        }
    }

    private UpdateType type(int row, UpdateMetadata metadata) {
        UpdateType type = metadata.type();
        return type == UpdateType.SOFTWARE && scan.isBundle(row) ? UpdateType.BUNDLE : type;
    }

    /** Fragments tell more; package.xml is asked if there is no core fragment. */
    private List<PrerequisiteGroup> prerequisites(int row, UpdateMetadata metadata) {
        if (metadata.id() != null) {
            return metadata.prerequisites();
        }
        return scan.prerequisites(row);
    }

    private Release release(int row, UpdateType type, Filing filing, UpdateMetadata metadata) {
        boolean filed = type != UpdateType.CATEGORY && type != UpdateType.DETECTOID;
        List<Product> products = filed ? filing.products() : List.of();
        Set<String> languages = scan.languages(row);
        return Release.of(
                "Microsoft",
                products,
                null,
                null,
                Titles.architecture(metadata.englishTitle()),
                languages.isEmpty() ? metadata.languages() : languages,
                classification(row, type, filing, metadata),
                scan.created(row));
    }

    /** Only what is offered by itself must be filed: leaves are found through their bundles. */
    private Classification classification(int row, UpdateType type, Filing filing, UpdateMetadata metadata) {
        boolean offered = type == UpdateType.SOFTWARE || type == UpdateType.BUNDLE;
        Optional<Classification> classification = filing.classification();
        if (classification.isEmpty() && offered && metadata.id() != null && !scan.isBundled(row)) {
            throw new IllegalArgumentException("expected a category, of update " + scan.id(row));
        }
        return classification.orElse(Classification.UPDATES);
    }

    /** package.xml tells which files hold the text; no fragment seen so far describes them. */
    private Licensing licensing(int row, UpdateMetadata metadata) {
        Licences licences = new Licences(scan.files(), scan.eulas(row));
        Map<String, String> texts = licences.texts();
        List<Eula.TextFile> files = metadata.licences().isEmpty() ? licences.files() : metadata.licences();
        Eula unnamed = texts.isEmpty() ? null : new Eula(scan.id(row).toString(), texts, false, files);
        return new Licensing(metadata.eula(texts, files).orElse(unnamed), Acquisition.DOWNLOADABLE);
    }

    /** A category's prerequisites are the categories above it: they are kept, because nothing else says so. */
    private Relationships relationships(int row, UpdateType type, Filing filing, UpdateMetadata metadata) {
        List<List<UpdateId>> conditions =
                type == UpdateType.CATEGORY ? ids(metadata.prerequisites()) : filing.conditions();
        return Relationships.of(conditions, bundles(row, metadata), supersedes(row, metadata));
    }

    /** Documents may say that an update supersedes itself, which is the revision before. */
    private List<UpdateId> supersedes(int row, UpdateMetadata metadata) {
        List<UpdateId> supersedes = new ArrayList<>(metadata.supersedes());
        supersedes.addAll(scan.supersedes(row));
        if (!supersedes.isEmpty()) {
            UpdateId self = scan.id(row);
            supersedes.removeIf(self::equals);
        }
        return supersedes;
    }

    private List<List<UpdateId>> bundles(int row, UpdateMetadata metadata) {
        if (!metadata.bundles().isEmpty()) {
            return ids(metadata.bundles());
        }
        List<List<UpdateId>> bundles = new ArrayList<>();
        for (UpdateId id : scan.bundles(row)) {
            bundles.add(List.of(id));
        }
        return bundles;
    }

    private static List<List<UpdateId>> ids(List<PrerequisiteGroup> groups) {
        List<List<UpdateId>> ids = new ArrayList<>(groups.size());
        for (PrerequisiteGroup group : groups) {
            ids.add(group.ids());
        }
        return ids;
    }

    private List<ContentFile> files(int row, UpdateMetadata metadata) {
        Payload payload = new Payload(scan.files(), scan.payload(row));
        return metadata.files().isEmpty() ? payload.listed() : payload.located(metadata.files());
    }
}
