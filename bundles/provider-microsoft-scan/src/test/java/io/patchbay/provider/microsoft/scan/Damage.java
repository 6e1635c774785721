package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetBytes;
import io.patchbay.cabinet.CabinetWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can be wrong with a scan file, and what its message must name. Each is {@link #intact} with one thing changed. */
public enum Damage {
    A_DAMAGED_SHARD(inShard(Damage::withAnotherTitle), "package3.cab", "1010", "checksum"),
    A_SCAN_FILE_WITH_A_WRONG_CHECKSUM(inScanFile(Damage::withAnotherTitle), "package2.cab", "c\\10", "checksum"),
    A_MISSING_SHARD(inMembers(members -> members.remove("package3.cab")), "index.xml", "package3.cab", "missing"),
    A_SCAN_FILE_CUT_OFF(
            inScanFile(file -> Arrays.copyOf(file, file.length - 10)), "package2.cab", "c\\10", "cut short"),
    A_SHARD_CUT_OFF(inShard(shard -> Arrays.copyOf(shard, shard.length - 10)), "package3.cab", "1010", "cut short"),
    A_SHARD_CUT_OFF_IN_ITS_TABLES(inShard(shard -> Arrays.copyOf(shard, 50)), "package3.cab", "cut short"),
    AN_OFFSET_OUT_OF_RANGE(inShard(shard -> with(shard, "coffCabStart", 1 << 20)), "package3.cab", "1010", "cut short"),
    AN_OFFSET_INSIDE_THE_TABLES(inShard(shard -> with(shard, "coffCabStart", 4)), "package3.cab", "1010", "inside"),
    OVERLAPPING_MEMBERS(inShard(shard -> with(shard, "uoffFolderStart", 0)), "package3.cab", "1010", "begins inside"),
    A_SIZE_THAT_LIES(inShard(shard -> with(shard, "cbFile", 1 << 20)), "package3.cab", "1010"),
    A_FRAGMENT_OF_47_MEGABYTES(
            content(file -> file.fragment("x", 1010, " ".repeat(47_000_000))), "package3.cab", "x\\1010", "bytes"),
    A_FRAGMENT_THAT_IS_NOT_WELL_FORMED(
            content(file -> file.fragment("l/en", 1010, title("</Title>"))), "package3.cab", "l\\en\\1010"),
    AN_UPDATE_WITHOUT_A_CATEGORY(
            content(file -> add(file, 1020, "")), "package3.cab", "revision 1020", "category", id(1020)),
    A_REVISION_THAT_TWO_SHARDS_CLAIM(
            content(file -> file.member("c\\10", core(10))), "package3.cab", "revision 10", "index.xml"),
    A_SHARD_THAT_INDEX_XML_LEAVES_OUT(
            inMembers(members -> members.compute("index.xml", (name, index) -> withoutLastCabinet(index))),
            "index.xml",
            "RANGESTART",
            "package3.cab"),
    A_SHARD_THAT_LACKS_FRAGMENTS(
            content(file -> addRows(file, 2000, 2040)), "package3.cab", "revision 2000", "core fragment", "40 of 41"),
    TWO_FRAGMENTS_IN_ONE(
            content(file -> file.fragment("x", 1010, "<A/></fragment><fragment><B/>")), "package3.cab", "x\\1010"),
    TWO_FILES_OF_A_NAME_THAT_NOTHING_TELLS_APART(
            content(Damage::addTwoFiles), "package3.cab", "x\\1010", "digest", "a.cab"),
    A_YEAR_OF_MANY_DIGITS(
            content(file -> file.update(row(2000, "+999999999-12-31T23:59:59-18:00", ""))),
            "package.xml",
            "revision 2000",
            "CreationDate"),
    AN_ADDRESS_WITHOUT_END(
            content(file -> file.location("tr8DGeKH4KIWLBlC2UjYnxvPvw4=", "h".repeat(70_000))), "package.xml", "limit");

    private static final String TITLE = "An update";
    private static final String FILE = "<File FileName=\"a.cab\" DigestAlgorithm=\"SHA384\" Digest=\"AA==\"/>";
    private static final String FILED =
            """
            <Category Type="UpdateClassification" Id="0fa1201d-4330-4fa8-8ae9-b877473b6441"/>""";

    private final Recipe recipe;
    private final List<String> names;

    /** How a scan file is made. */
    private interface Recipe {
        byte[] make() throws IOException;
    }

    Damage(Recipe recipe, String... names) {
        this.recipe = recipe;
        this.names = List.of(names);
    }

    /** The damaged file. */
    public byte[] scanFile() throws IOException {
        return recipe.make();
    }

    /** What the message must name, beside the scan file: the member of it, and of the shard, and the revision, if it is about them. */
    public List<String> names() {
        return names;
    }

    /** The file without damage: two shards, and a revision in each. */
    public static byte[] intact() throws IOException {
        return builder().build();
    }

    private static ScanFileBuilder builder() {
        ScanFileBuilder file = new ScanFileBuilder(CabinetWriter::stored);
        file.member("files\\2", " ".repeat(40_000)).shard(1000);
        add(file, 10, FILED);
        add(file, 1010, FILED);
        return file;
    }

    private static void add(ScanFileBuilder file, int revision, String categories) {
        file.update(row(revision, "2022-08-09T17:00:00Z", categories));
        file.fragment("c", revision, core(revision));
        file.fragment("l/en", revision, title(TITLE));
    }

    private static String row(int revision, String created, String categories) {
        return """
                <Update CreationDate="%s" UpdateId="%s" RevisionNumber="1" RevisionId="%d">\
                <Categories>%s</Categories></Update>"""
                .formatted(created, id(revision), revision, categories);
    }

    private static void addRows(ScanFileBuilder file, int from, int to) {
        for (int revision = from; revision < to; revision++) {
            file.update(row(revision, "2022-08-09T17:00:00Z", FILED));
        }
    }

    private static void addTwoFiles(ScanFileBuilder file) {
        file.fragment("x", 1010, "<Files>" + FILE + FILE + "</Files>");
    }

    private static byte[] withoutLastCabinet(byte[] index) {
        String xml = new String(index, StandardCharsets.UTF_8);
        return (xml.substring(0, xml.lastIndexOf("<CAB ")) + "</CABLIST></INDEX>").getBytes(StandardCharsets.UTF_8);
    }

    private static String id(int revision) {
        return "aaaaaaaa-0000-0000-0000-%012d".formatted(revision);
    }

    private static String core(int revision) {
        return "<UpdateIdentity UpdateID=\"%s\" RevisionNumber=\"1\"/><Properties UpdateType=\"Software\"/>"
                .formatted(id(revision));
    }

    private static String title(String text) {
        return "<LocalizedProperties><Language>en</Language><Title>" + text + "</Title></LocalizedProperties>";
    }

    private static Recipe content(Consumer<ScanFileBuilder> change) {
        return () -> {
            ScanFileBuilder file = builder();
            change.accept(file);
            return file.build();
        };
    }

    private static Recipe inScanFile(UnaryOperator<byte[]> change) {
        return () -> change.apply(intact());
    }

    private static Recipe inMembers(Consumer<Map<String, byte[]>> change) {
        return () -> {
            Map<String, byte[]> members = new LinkedHashMap<>(builder().members());
            change.accept(members);
            return ScanFileBuilder.scanFile(members);
        };
    }

    private static Recipe inShard(UnaryOperator<byte[]> change) {
        return inMembers(members -> members.compute("package3.cab", (name, shard) -> change.apply(shard)));
    }

    private static byte[] with(byte[] cabinet, String field, long value) {
        return new CabinetBytes(cabinet).put(field, value).toArray();
    }

    private static byte[] withAnotherTitle(byte[] bytes) {
        byte[] damaged = bytes.clone();
        damaged[new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(TITLE)] ^= 1;
        return damaged;
    }
}
