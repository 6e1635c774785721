package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.Member;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Eula;
import io.patchbay.model.Product;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanFileTest {
    private static final UpdateId A = UpdateId.parse("aaaaaaaa-0000-0000-0000-000000000001");
    private static final UpdateId B = UpdateId.parse("bbbbbbbb-0000-0000-0000-000000000002");
    private static final String SHA1 = "fQTAfvF3nDnhdPA/eUmJ+CSM/3Q=";

    private static final String CLASSIFIED =
            "<Categories><Category Type=\"UpdateClassification\" Id=\"%s\"/></Categories>"
                    .formatted(Classification.SECURITY_UPDATES.id());

    private final ScanFileBuilder file = new ScanFileBuilder(CabinetWriter::stored);

    private static String update(UpdateId id, int number, int revision, String content) {
        return """
                <Update CreationDate="2022-08-09T17:00:00Z" UpdateId="%s" RevisionNumber="%d" RevisionId="%d">%s</Update>"""
                .formatted(id, number, revision, content);
    }

    private static String identity(UpdateId id, int number) {
        return "<UpdateIdentity UpdateID=\"%s\" RevisionNumber=\"%d\"/>".formatted(id, number);
    }

    private static String title(String title) {
        return "<LocalizedProperties><Language>en</Language><Title>" + title + "</Title></LocalizedProperties>";
    }

    private Map<UpdateId, Update> read() throws IOException, FeedException {
        return new OneDocument(file.build()).updates();
    }

    private Update readA() throws IOException, FeedException {
        return Map.copyOf(read()).get(A);
    }

    private String failure() {
        return String.valueOf(assertThrows(FeedException.class, this::read).getMessage());
    }

    @Test
    void supersedenceIsTheUnionOfBothDirections() throws Exception {
        UpdateId dangling = UpdateId.parse("cccccccc-0000-0000-0000-000000000003");
        file.update(update(A, 200, 10, CLASSIFIED))
                .update(update(B, 100, 9, "<SupersededBy><Revision Id=\"10\"/></SupersededBy>"));
        file.fragment(
                "c",
                10,
                identity(A, 200) + "<Relationships><SupersededUpdates>" + identity(dangling, 1) + identity(A, 199)
                        + "</SupersededUpdates></Relationships>");
        assertEquals(Set.of(B, dangling), readA().relationships().supersedes());
    }

    @Test
    void aSupersedingRevisionThatIsMissingSupersedesNothing() throws Exception {
        file.update(update(A, 200, 10, "<SupersededBy><Revision Id=\"99\"/></SupersededBy>"));
        assertEquals(Set.of(), readA().relationships().supersedes());
    }

    @Test
    void theHighestRevisionNumberCounts() throws Exception {
        file.update(update(A, 201, 10, "")).update(update(A, 200, 20, ""));
        file.fragment("l/en", 10, title("new")).fragment("l/en", 20, title("old"));
        assertEquals("new", readA().description().title());
        assertEquals(201, readA().vendorRevision());
    }

    @Test
    void twoRevisionsOfOneNumberAreRefused() {
        file.update(update(A, 200, 10, "")).update(update(A, 200, 20, ""));
        assertTrue(failure().contains("RevisionIds 10 and 20"), this::failure);
    }

    @Test
    void twoUpdatesOfOneRevisionIdAreRefused() {
        file.update(update(A, 200, 10, "")).update(update(B, 200, 10, ""));
        assertTrue(failure().contains("RevisionId 10"), this::failure);
    }

    @Test
    void withoutFragmentsPackageXmlIsAllThatIsSaid() throws Exception {
        String product = "12c24e87-bd40-451b-9477-2c2bf501e0d7";
        file.update(update(
                A,
                200,
                10,
                """
                <Prerequisites><UpdateId Id="%s"/><Or><UpdateId Id="%s"/><UpdateId Id="%s"/></Or></Prerequisites>\
                <Categories><Category Type="Product" Id="%s"/>\
                <Category Type="UpdateClassification" Id="0fa1201d-4330-4fa8-8ae9-b877473b6441"/></Categories>\
                <PayloadFiles><File Id="%s"/></PayloadFiles><Languages><Language Name="en"/></Languages>\
                <EulaFiles><File Id="%s"><Language Name="de"/></File></EulaFiles>"""
                        .formatted(product, A, B, product, SHA1, SHA1)));
        file.location(SHA1, "http://download.windowsupdate.com/x/a.cab");
        Update update = readA();
        assertEquals(UpdateType.SOFTWARE, update.type());
        assertEquals("", update.description().title());
        assertEquals(
                List.of(Product.of(UpdateId.parse(product))), update.release().products());
        assertEquals(Classification.SECURITY_UPDATES, update.release().classification());
        assertEquals(LocalDate.of(2022, 8, 9), update.release().released());
        assertEquals(Set.of("en"), update.release().languages());
        assertEquals(List.of(Set.of(A, B)), update.relationships().prerequisites());
        assertEquals("a.cab", update.files().get(0).name());
        assertEquals(licence("a.cab"), update.licensing().eula());
    }

    /** In German, in one file of which package.xml knows. */
    private static Eula licence(String name) {
        String url = "http://download.windowsupdate.com/x/" + name;
        Digest digest = Digest.base64(Digest.Algorithm.SHA1, SHA1, ScanFile.NAME);
        ContentFile text = new ContentFile(
                name, -1, List.of(digest), List.of(URI.create(url)), "de", ContentFile.Patching.SELF_CONTAINED);
        return new Eula(A.toString(), Map.of("de", url), false, List.of(new Eula.TextFile(text, "")));
    }

    @Test
    void aLeafIsFiledAsItsBundleIs() throws Exception {
        file.update(update(A, 200, 10, "<BundledBy><Revision Id=\"11\"/></BundledBy>"));
        file.update(update(
                B,
                200,
                11,
                "<Categories><Category Type=\"UpdateClassification\" Id=\"%s\"/></Categories>"
                        .formatted(Classification.UPDATE_ROLLUPS.id())));
        assertEquals(Classification.UPDATE_ROLLUPS, readA().release().classification());
        assertEquals(List.of(Set.of(A)), read().get(B).relationships().bundles());
    }

    @Test
    void categoriesAreToldByTheirIdAndNotByTheAttribute() throws Exception {
        UpdateId product = UpdateId.parse("12c24e87-bd40-451b-9477-2c2bf501e0d7");
        String filed = "<Categories><Category Type=\"Product\" Id=\"" + product + "\"/></Categories>";
        String required = "<Prerequisites><UpdateId Id=\"" + product + "\"/></Prerequisites>";
        file.update(update(B, 200, 9, filed)).update(update(A, 200, 10, required + CLASSIFIED));
        file.fragment(
                "c",
                10,
                identity(A, 200) + "<Relationships><Prerequisites><AtLeastOne>" + identity(product, 1)
                        + "</AtLeastOne><AtLeastOne>" + identity(B, 1)
                        + "</AtLeastOne></Prerequisites></Relationships>");
        assertEquals(List.of(Product.of(product)), readA().release().products());
        assertEquals(List.of(Set.of(B)), readA().relationships().prerequisites());
    }

    @Test
    void filesGetTheirAddressByDigest() throws Exception {
        String payload = "<PayloadFiles><File Id=\"" + SHA1 + "\"/></PayloadFiles>";
        file.update(update(A, 200, 10, payload)).location(SHA1, "http://download.windowsupdate.com/x/a_7d04.cab");
        file.fragment(
                "x",
                10,
                "<ExtendedProperties/><Files><File FileName=\"a.cab\" Size=\"5000000000\" Digest=\"%s\"/></Files>"
                        .formatted(SHA1));
        ContentFile content = readA().files().get(0);
        assertEquals("a.cab", content.name());
        assertEquals(5_000_000_000L, content.size());
        assertEquals(List.of(URI.create("http://download.windowsupdate.com/x/a_7d04.cab")), content.urls());
    }

    @Test
    void theEnglishTitleNamesTheProcessor() throws Exception {
        file.update(update(A, 200, 10, ""));
        file.fragment("l/en", 10, title("Update for ARM64-based Systems (KB5017308)"));
        assertEquals(Architecture.ARM64, readA().release().architecture());
        assertEquals(List.of("5017308"), readA().description().kbArticles());
    }

    @Test
    void fragmentsOfRevisionsThatNobodyListsAreSteppedOver() throws Exception {
        file.update(update(A, 200, 10, "")).fragment("x", 99, "not even XML");
        assertEquals(Set.of(A), read().keySet());
    }

    @Test
    void shardsMayComeBeforeTheIndex() throws Exception {
        file.update(update(A, 200, 10, "")).fragment("l/en", 10, title("first"));
        file.shard(11).update(update(B, 200, 20, "")).fragment("l/en", 20, title("second"));
        List<Map.Entry<String, byte[]>> members =
                new ArrayList<>(members(file.build()).entrySet());
        Collections.reverse(members);
        Map<UpdateId, Update> updates = new OneDocument(cabinet(members)).updates();
        assertEquals(Set.of(A, B), updates.keySet());
        assertEquals("second", Map.copyOf(updates).get(B).description().title());
    }

    @Test
    void aMissingShardIsNamed() throws Exception {
        file.update(update(A, 200, 10, "")).fragment("l/en", 10, title("first"));
        file.shard(11).fragment("l/en", 20, title("second"));
        List<Map.Entry<String, byte[]>> members =
                new ArrayList<>(members(file.build()).entrySet());
        members.remove(3);
        OneDocument cut = new OneDocument(cabinet(members));
        FeedException failure = assertThrows(FeedException.class, cut::updates);
        assertTrue(String.valueOf(failure.getMessage()).contains("[package3.cab]"), failure.getMessage());
    }

    @Test
    void aRevisionInTheWrongShardIsNamed() throws Exception {
        file.update(update(A, 200, 10, "")).fragment("l/en", 10, title("first"));
        file.shard(11).fragment("l/en", 20, title("second"));
        List<Map.Entry<String, byte[]>> members =
                new ArrayList<>(members(file.build()).entrySet());
        byte[] first = members.get(2).getValue();
        members.get(3).setValue(first);
        OneDocument twice = new OneDocument(cabinet(members));
        FeedException failure = assertThrows(FeedException.class, twice::updates);
        assertTrue(String.valueOf(failure.getMessage()).contains("package3.cab, revision 10"), failure.getMessage());
    }

    @Test
    void aFragmentOfAnotherUpdateIsNamed() {
        file.update(update(A, 200, 10, "")).fragment("c", 10, identity(B, 200));
        assertTrue(failure().contains("package2.cab, revision 10: expected " + A), this::failure);
    }

    @Test
    void aFragmentThatIsNotWellFormedIsNamed() {
        file.update(update(A, 200, 10, "")).fragment("c", 10, "<Relationships>");
        assertTrue(failure().contains("package2.cab!c\\10"), this::failure);
    }

    @Test
    void aTypeThatNobodyKnowsIsRefused() {
        file.update(update(A, 200, 10, "")).fragment("c", 10, "<Properties UpdateType=\"Gadget\"/>");
        assertTrue(failure().contains("Gadget"), this::failure);
    }

    @Test
    void aPackageWithoutUpdatesIsRefused() {
        assertTrue(failure().contains("package.xml"), this::failure);
    }

    private static Map<String, byte[]> members(byte[] cabinet) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (CabinetReader reader = new CabinetReader(new ByteArrayInputStream(cabinet), ScanFile.LIMITS)) {
            for (Member member = reader.next(); member != null; member = reader.next()) {
                members.put(member.name(), reader.content().readAllBytes());
            }
        }
        return members;
    }

    private static byte[] cabinet(List<Map.Entry<String, byte[]>> members) throws IOException {
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        members.forEach(member -> ordered.put(member.getKey(), member.getValue()));
        return ScanFileBuilder.cabinet(CabinetWriter.stored(), ordered);
    }
}
