package io.patchbay.provider.microsoft.wsus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.Applicability;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Samples;
import io.patchbay.testkit.wsus.StoredUpdate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The exchanges that were seen on the wire, and those that the specification gives. */
class RealSamplesTest {
    private static final Instant NOW = Instant.parse("2006-06-08T15:00:00Z");

    /** Reads a response. */
    private interface Reading<T> {
        T read(XmlReader xml) throws IOException, FeedException;
    }

    private static Optional<byte[]> sample(String name) throws IOException {
        Optional<Path> file = Samples.feeds("microsoft/wsusss/" + name);
        return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(file.get()));
    }

    private static <T> Optional<T> response(String name, Operation operation, Reading<T> reading)
            throws IOException, FeedException {
        Optional<byte[]> sample = sample(name);
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        try (XmlReader xml = Soap.open(new ByteArrayInputStream(sample.get()), name)) {
            Soap.enter(xml, operation);
            return Optional.of(reading.read(xml));
        }
    }

    private static Optional<UpdateData> updateData(String name) throws IOException, FeedException {
        return response(name, Operation.GET_UPDATE_DATA, xml -> UpdateData.read(xml, name, revision -> true));
    }

    @Test
    void readsTheConfigurationOfARealServer() throws IOException, FeedException {
        response("observed/05-GetConfigData-response.xml", Operation.GET_CONFIG_DATA, ServerConfig::read)
                .ifPresent(config -> {
                    assertEquals(100, config.updatesPerRequest());
                    assertFalse(config.microsoft());
                    assertEquals(39, config.languages().size());
                    assertEquals("66577", config.languages().get("ja-nec"));
                });
        response("spec-examples/08-GetConfigData-response.xml", Operation.GET_CONFIG_DATA, ServerConfig::read)
                .ifPresent(config -> assertEquals("1033", config.languages().get("en")));
    }

    @Test
    void readsHowToBeAuthorized() throws IOException, FeedException {
        response(
                        "spec-examples/02-GetAuthConfig-response.xml",
                        Operation.GET_AUTH_CONFIG,
                        Session::authorizationService)
                .ifPresent(service -> assertEquals(URI.create("/DssAuthWebService/DssAuthWebService.asmx"), service));
        response(
                        "spec-examples/04-GetAuthorizationCookie-response.xml",
                        Operation.GET_AUTHORIZATION_COOKIE,
                        Session::authorization)
                .ifPresent(cookie -> {
                    assertTrue(
                            cookie.startsWith("<PlugInId>DssTargeting</PlugInId><CookieData>4VEGgCdh/cuG4BSw"), cookie);
                    assertTrue(cookie.endsWith("EHsBFG</CookieData>"), cookie);
                });
    }

    @Test
    void readsCookies() throws IOException, FeedException {
        response("spec-examples/06-GetCookie-response.xml", Operation.GET_COOKIE, xml -> {
                    assertTrue(Soap.find(xml, "GetCookieResult"));
                    return Cookie.read(xml, NOW);
                })
                .ifPresent(cookie -> {
                    assertEquals("2006-06-08T19:32:23.7190987Z", cookie.expiration());
                    assertEquals(Instant.parse("2006-06-08T19:30:23.719098700Z"), cookie.renewal());
                    assertTrue(cookie.data().endsWith("sNYPNQKmxl7R+cGkS"));
                });
    }

    @Test
    void readsListsOfRevisions() throws IOException, FeedException {
        response("spec-examples/10-GetRevisionIdList-response.xml", Operation.GET_REVISION_ID_LIST, RevisionList::read)
                .ifPresent(list -> {
                    assertEquals("4742,2006-05-26 18:59:26.192", list.anchor());
                    assertEquals(
                            List.of(
                                    UpdateXml.revision("0287014e-6772-4b4d-81f7-42063ac26e8a", 100),
                                    UpdateXml.revision("ff2a96fb-cc89-4e5e-83b2-7d48aa179840", 101)),
                            list.revisions());
                });
    }

    @Test
    void asksAsServersWereSeenToBeAsked() throws IOException {
        Optional<byte[]> sample = sample("observed/09-GetRevisionIdList-request-product-and-classification.xml");
        sample.ifPresent(request -> {
            RevisionFilter filter = new RevisionFilter(
                    new TreeSet<>(List.of(UpdateId.parse(UpdateXml.DEFENDER))),
                    new TreeSet<>(List.of(UpdateId.parse(UpdateXml.DEFINITION_UPDATES))),
                    new TreeSet<>());
            String ours = filter.xml(Optional.empty()).replace("<Get63LanguageOnly>false</Get63LanguageOnly>", "");
            assertTrue(new String(request, UTF_8).contains(ours), ours);
        });
    }

    @Test
    void readsTheFaultOfARealServer() throws IOException {
        sample("observed/18-GetRevisionIdList-fault-InvalidParameters.xml").ifPresent(sample -> {
            SoapFault fault = Soap.fault(sample, MicrosoftWsusProvider.REVISIONS, Operation.GET_REVISION_ID_LIST)
                    .orElseThrow();
            assertTrue(fault.blamesParameters());
            assertEquals(
                    "revisions at GetRevisionIdList: the upstream refused: InvalidParameters (filter),"
                            + " fault 94327110-fc7e-4c3c-878d-186ab273d9fd",
                    fault.getMessage());
        });
    }

    @Test
    void decodesBlobsToTheDocumentsThatTheyAre() throws IOException, FeedException {
        assertSame("14-GetUpdateData-response-leaf-with-file-lzx", "266f6222-c89d-43f2-9f8a-69340271e677", 200);
        assertSame("15-GetUpdateData-response-small-uncompressed", "ccb78947-6453-4ecc-9de8-bc0305c98f2d", 200);
        assertSame("16-GetUpdateData-response-category-lzx", "56309036-4c77-4dd9-951a-99ee9c246a94", 101);
    }

    private static void assertSame(String exchange, String id, int number) throws IOException, FeedException {
        String name = "observed/" + exchange + ".xml";
        Optional<UpdateData> data = updateData(name);
        Optional<byte[]> document = sample("update-documents/" + id + "-r" + number + ".xml");
        if (data.isPresent() && document.isPresent()) {
            UpdateBlob blob = new UpdateBlob(name, UpdateXml.revision(id, number));
            blob.readText(new String(document.get(), UTF_8));
            assertEquals(List.of(blob.metadata()), data.get().updates());
        }
    }

    @Test
    void findsTheAddressOfAFile() throws IOException, FeedException {
        updateData("observed/14-GetUpdateData-response-leaf-with-file-lzx.xml").ifPresent(data -> {
            UpdateMetadata leaf = data.updates().get(0);
            List<URI> urls = data.addresses().located(leaf.files()).get(0).urls();
            assertEquals(1, urls.size());
            assertTrue(urls.get(0).toString().startsWith("http://download.windowsupdate.com/c/msdownload/update/"));
        });
    }

    @Test
    void findsTheCategoriesThatADocumentDoesNotCallSo() throws IOException, FeedException {
        updateData("observed/15-GetUpdateData-response-small-uncompressed.xml").ifPresent(data -> {
            UpdateMetadata bundle = data.updates().get(0);
            CategoryTable table = new CategoryTable();
            for (StoredUpdate category : UpdateXml.categories()) {
                table.add(read(category));
            }
            Filing filing = new Filing(table, bundle.prerequisites(), new TreeSet<>());
            assertEquals(UpdateType.BUNDLE, bundle.type());
            assertEquals(
                    UpdateId.parse(UpdateXml.DEFENDER), filing.products().get(0).category());
            assertEquals("Definition Updates", filing.classification().title());
            assertEquals(List.of(), filing.conditions());
        });
    }

    private static UpdateMetadata read(StoredUpdate update) {
        try {
            UpdateBlob blob = new UpdateBlob("categories", new Revision(update.id(), update.revision()));
            blob.readText(update.xml());
            return blob.metadata();
        } catch (IOException | FeedException e) {
            throw new AssertionError(e);
        }
    }

    /** In the specification's sample, the plain document is not escaped. The compressed one is cut there. */
    @Test
    void readsTheSpecificationsUpdate() throws IOException, FeedException {
        String name = "spec-examples/12-GetUpdateData-response.xml";
        UpdateId id = UpdateId.parse("17e993cd-cf5a-4276-9944-6af62ff7139c");
        response(
                        name,
                        Operation.GET_UPDATE_DATA,
                        xml -> UpdateData.read(
                                xml, name, revision -> revision.id().equals(id)))
                .ifPresent(data -> {
                    UpdateMetadata detectoid = data.updates().get(0);
                    assertEquals(UpdateType.DETECTOID, detectoid.type());
                    assertEquals("SQL 2005 English ia64", detectoid.englishTitle());
                    assertFalse(detectoid.applicability().equals(Applicability.NONE));
                });
    }
}
