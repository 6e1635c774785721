package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.model.Classification;
import io.patchbay.model.UpdateId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** A made-up vendor whose scan file has a few shards, and changes at random. */
final class ScanWorld {
    static final int SHARDS = 4;
    /** In each shard. */
    static final int REVISIONS = 10;

    private static final int RANGE = 1000;
    private static final List<Supplier<CabinetWriter>> CABINETS =
            List.of(CabinetWriter::stored, CabinetWriter::mszip, () -> LzxCabinets.writer(15));

    private final Random random;
    private final Supplier<CabinetWriter> cabinets;
    /** In the order of their fragments. */
    private final List<Revision> revisions = new ArrayList<>();
    /** The same in the order of package.xml. */
    private final List<Revision> rows = new ArrayList<>();

    private int shards = SHARDS;
    private int changes;

    /** What is said of one revision, in package.xml and in its fragments. */
    private static final class Revision {
        int id;
        int update;
        int number = 1;
        String title = "";
        String product = "";
        String categories = "";
        String supersededBy = "";
        String bundledBy = "";
        String url = "";
        /** Where its text is; blank if it has none. */
        String licence = "";
        /** What stands before its row. */
        String before = "";
    }

    ScanWorld(Random random) {
        this(random, CABINETS.get(random.nextInt(CABINETS.size())));
    }

    ScanWorld(Random random, Supplier<CabinetWriter> cabinets) {
        this.random = random;
        this.cabinets = cabinets;
        for (int shard = 0; shard < SHARDS; shard++) {
            for (int i = 0; i < REVISIONS; i++) {
                add(revision(shard * RANGE + 10 * i, revisions.size()));
            }
        }
    }

    private void add(Revision revision) {
        revisions.add(revision);
        rows.add(revision);
    }

    private Revision revision(int id, int update) {
        Revision revision = new Revision();
        revision.id = id;
        revision.update = update;
        revision.title = "title " + update;
        revision.product = uuid(0xc, random.nextInt(6)).toString();
        revision.url = "http://vendor.example/" + update;
        revision.licence = update % 3 == 0 ? "http://vendor.example/licence/" + update : "";
        file(revision, uuid(0xc, random.nextInt(4)));
        return revision;
    }

    private static void file(Revision revision, UpdateId product) {
        revision.categories =
                """
                <Category Type="UpdateClassification" Id="%s"/><Category Type="Product" Id="%s"/>"""
                        .formatted(Classification.UPDATES.id(), product);
    }

    private static UpdateId uuid(int kind, int number) {
        return UpdateId.parse("%08x-0000-0000-0000-%012x".formatted(kind, number));
    }

    /** Some months of it. */
    void change() {
        for (int i = random.nextInt(4); i >= 0; i--) {
            int victim = random.nextInt(revisions.size());
            switch (random.nextInt(12)) {
                case 0 -> retitle(victim);
                case 1 -> refile(victim);
                case 2 -> publish();
                case 3 -> rows.remove(revisions.remove(victim));
                case 4 -> revisions.get(victim).supersededBy = link();
                case 5 -> revisions.get(victim).bundledBy = link();
                case 6 -> Collections.shuffle(rows, random);
                case 8 -> leaveToItsBundle(revisions.get(victim));
                case 9 -> file(revisions.get(victim), uuid(0xc, random.nextInt(6)));
                case 7 -> rows.get(random.nextInt(rows.size())).before = "<!-- not an <Update> -->";
                case 10 -> revisions.get(victim).licence = "http://vendor.example/licence/" + changes++;
                default -> revisions.get(victim).url += "/moved";
            }
        }
    }

    /** What it is filed under. */
    private void leaveToItsBundle(Revision revision) {
        revision.categories = "";
        revision.bundledBy = link();
    }

    private String link() {
        return "<Revision Id=\"" + revisions.get(random.nextInt(revisions.size())).id + "\"/>";
    }

    void retitle(int revision) {
        revisions.get(revision).title += " changed " + changes++;
    }

    /** Under a product that nothing was filed under before. */
    void refile(int revision) {
        file(revisions.get(revision), uuid(0xc, 100 + changes++));
    }

    /** To the end of the shard before. */
    void move(int revision) {
        revisions.get(revision).id--;
    }

    /** Appends a shard with one revision: a new update, or a further revision of an old one. */
    void publish() {
        int id = shards++ * RANGE;
        boolean further = random.nextBoolean();
        Revision revision = revision(id, further ? random.nextInt(SHARDS) : 500 + id);
        revision.number = id;
        add(revision);
    }

    byte[] file() throws IOException {
        ScanFileBuilder file = new ScanFileBuilder(cabinets);
        for (int shard = 1; shard < shards; shard++) {
            file.shard(shard * RANGE);
        }
        rows.forEach(revision -> addRow(file, revision));
        revisions.forEach(revision -> addFragments(file, revision));
        return file.build();
    }

    private static void addRow(ScanFileBuilder file, Revision revision) {
        UpdateId id = uuid(0xa, revision.update);
        String sha1 = MadeUp.base64("SHA-1", "file of " + revision.update + "." + revision.number);
        file.update(revision.before
                + """
                <Update CreationDate="2022-08-09T17:00:00Z" UpdateId="%s" RevisionNumber="%d" RevisionId="%d">\
                <Categories>%s</Categories><Prerequisites><UpdateId Id="%s"/></Prerequisites>\
                <SupersededBy>%s</SupersededBy><BundledBy>%s</BundledBy><PayloadFiles><File Id="%s"/></PayloadFiles>%s\
                </Update>"""
                        .formatted(
                                id,
                                revision.number,
                                revision.id,
                                revision.categories,
                                revision.product,
                                revision.supersededBy,
                                revision.bundledBy,
                                sha1,
                                licence(file, revision)));
        file.location(sha1, revision.url);
    }

    private static String licence(ScanFileBuilder file, Revision revision) {
        if (revision.licence.isEmpty()) {
            return "";
        }
        String sha1 = MadeUp.base64("SHA-1", "licence of " + revision.update);
        file.location(sha1, revision.licence);
        return "<EulaFiles><File Id=\"%s\"><Language Name=\"en\"/></File></EulaFiles>".formatted(sha1);
    }

    private static void addFragments(ScanFileBuilder file, Revision revision) {
        UpdateId id = uuid(0xa, revision.update);
        file.fragment(
                "c",
                revision.id,
                """
                <UpdateIdentity UpdateID="%s" RevisionNumber="%d"/><Relationships><Prerequisites><AtLeastOne>\
                <UpdateIdentity UpdateID="%s"/></AtLeastOne></Prerequisites></Relationships>"""
                        .formatted(id, revision.number, revision.product));
        file.fragment(
                "l/en",
                revision.id,
                "<LocalizedProperties><Language>en</Language><Title>%s</Title></LocalizedProperties>"
                        .formatted(revision.title));
    }
}
