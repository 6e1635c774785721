package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Change;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Description;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A catalogue in a folder, with short words for what tests do to it, and updates to do it with. */
final class TestCatalog implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    static final LocalDate TODAY = LocalDate.parse("2026-03-04");

    private final Path folder;
    private final Ranking ranking;
    private CatalogService service;

    TestCatalog(Path folder) {
        this(folder, new Ranking(List.of()));
    }

    TestCatalog(Path folder, Ranking ranking) {
        this.folder = folder;
        this.ranking = ranking;
        this.service = open();
    }

    private CatalogService open() {
        return new CatalogService(folder, CLOCK, Retention.DEFAULT, ranking);
    }

    CatalogService service() {
        return service;
    }

    CatalogView view() {
        return service.view();
    }

    void restart() {
        service.close();
        service = open();
    }

    Optional<Generation> commit(String provider, Snapshot snapshot, Update... updates) throws FeedException {
        return commit(provider, snapshot, List.of(updates));
    }

    Optional<Generation> commit(String provider, Snapshot snapshot, List<Update> updates) throws FeedException {
        try (Candidate candidate = service.begin(provider, snapshot, "fingerprint of " + snapshot.name())) {
            for (Update update : updates) {
                candidate.add(update);
            }
            return candidate.commit();
        }
    }

    /** The changes of the newest generation, each as {@code KIND title}. */
    List<String> news() {
        return view().changes(view().generation() - 1, 1000).stream()
                .map(change -> change.kind() + " " + change.title())
                .toList();
    }

    List<Change> changes() {
        return view().changes(0, Integer.MAX_VALUE);
    }

    Entry entry(Update update) {
        return view().entry(update.id()).orElseThrow();
    }

    List<Update> supersedersOf(Update update, Update... candidates) {
        return Arrays.stream(candidates)
                .filter(candidate -> entry(update).supersededBy().contains(candidate.id()))
                .toList();
    }

    List<String> titles(Query query) {
        return view().search(query).entries().stream().map(Entry::title).toList();
    }

    @Override
    public void close() {
        service.close();
    }

    /** A release in a line of its product. */
    static Update release(String product, String version) {
        return release(product, version, "");
    }

    static Update release(String product, String version, String text) {
        Line line = new Line(product, "release", Architecture.X64, "", "msi");
        Version number = Version.of(VersionScheme.DOTTED, version);
        return Update.builder(UpdateId.of("test", product, version), UpdateType.SOFTWARE)
                .release(
                        Release.of(
                                "Vendor",
                                List.of(Product.named(product, product + " family")),
                                number,
                                line,
                                Architecture.X64,
                                List.of(),
                                Classification.UPDATES,
                                LocalDate.parse("2026-01-01")),
                        "feed")
                .description(Description.english(product + " " + version, text), "feed")
                .build();
    }

    /** An update that stands in no line, and replaces others. */
    static Update patch(String name, Update... superseded) {
        List<UpdateId> ids = Arrays.stream(superseded).map(Update::id).toList();
        return patch(name, PublicationState.PUBLISHED, ids);
    }

    static Update expired(String name) {
        return patch(name, PublicationState.EXPIRED, List.of());
    }

    static Update patch(String name, PublicationState state, List<UpdateId> superseded) {
        return Update.builder(UpdateId.of("test", name), UpdateType.SOFTWARE)
                .revision(1, state)
                .description(Description.english(name, ""), "feed")
                .relationships(Relationships.of(List.of(), List.of(), superseded), "feed")
                .build();
    }
}
