package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.UpdateXml.definitions;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.SyncFilter;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are cut off, late, or none at all. */
class BrokenAnswerTest extends SyncingTest {
    private static final String DAMAGED = "<XmlUpdateBlobCompressed>AAAA</XmlUpdateBlobCompressed>";

    /** Of the requests that are under way when one fails, the answers of the others may be lost. */
    private static final int IN_FLIGHT = 3 * 10;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<?xml version='1.0' encoding='x-unknown'?><GetRevisionIdListResponse/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetRevisionIdListResponse>",
                "<GetRevisionIdListResponse/>",
                "<GetRevisionIdListResponse><GetRevisionIdListResult/></GetRevisionIdListResponse>",
                "<GetRevisionIdListResponse><GetRevisionIdListResult><Anchor>a</Anchor><NewRevisions><UpdateIdentity>"
                        + "<UpdateID>x</UpdateID></UpdateIdentity></NewRevisions></GetRevisionIdListResult>"
                        + "</GetRevisionIdListResponse>"
            })
    void refusesWhatIsNoListAndLeavesNothingHalfDone(String answer) throws IOException, FeedException {
        server.add(definitions(0, 10, 1));
        sync();
        var before = last;
        reset();
        server.accident(5, Reply.of(answer));
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertTrue(failure.getMessage().startsWith("revisions!GetRevisionIdList"), failure.getMessage());
        assertEquals(before, last);
        sync();
        assertEquals(10, titles().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DAMAGED,
                "<XmlUpdateBlobCompressed>TVNDRgAAAAA=</XmlUpdateBlobCompressed>",
                "<XmlUpdateBlob>&lt;upd:Update&gt;</XmlUpdateBlob>",
                "<XmlUpdateBlob>&lt;!DOCTYPE a&gt;&lt;a/&gt;</XmlUpdateBlob>",
                "<XmlUpdateBlob>&lt;a/&gt;</XmlUpdateBlob>",
                ""
            })
    void namesTheUpdateWhoseDocumentIsBrokenAndAsksForItAgain(String blob) throws IOException, FeedException {
        server.allow(1);
        server.add(definitions(0, 2, 1));
        server.accident(7 + CATEGORIES, answer(id(0), 1, blob));
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertTrue(failure.getMessage().contains(id(0) + "-r1"), failure.getMessage());
        sync();
        assertEquals(2, titles().size());
    }

    /** Which products an operator wants is known by the categories, before there is a snapshot. */
    @Test
    void asksAgainForACategoryWhoseDocumentIsBroken() throws IOException, FeedException {
        server.becomeMicrosoft();
        server.allow(1);
        server.add(definitions(0, 2, 1));
        server.accident(6, answer(UpdateXml.MICROSOFT, 101, DAMAGED));
        filter = new SyncFilter(Set.of(UpdateXml.DEFENDER), Set.of(), Set.of());
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertTrue(failure.getMessage().contains(UpdateXml.MICROSOFT + "-r101"), failure.getMessage());
        sync();
        assertEquals(2, titles().size());
    }

    private static Reply answer(String id, int revision, String blob) {
        return Reply.of("<GetUpdateDataResponse><GetUpdateDataResult><updates><ServerSyncUpdateData><Id><UpdateID>"
                + id + "</UpdateID><RevisionNumber>" + revision + "</RevisionNumber></Id>" + blob
                + "</ServerSyncUpdateData></updates></GetUpdateDataResult></GetUpdateDataResponse>");
    }

    @Test
    void refusesAPageInPlaceOfAnAnswer() {
        server.accident(5, Reply.of("<html>log in</html>"));
        assertFailure("HTML");
    }

    @Test
    void refusesRevisionsThatItDidNotAskFor() {
        server.add(definitions(0, 1, 1));
        String other = UpdateXml.escape(definitions(1, 2, 1)[0].xml());
        server.accident(8, answer(id(1), 1, "<XmlUpdateBlob>" + other + "</XmlUpdateBlob>"));
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertEquals("updates at " + id(1) + "-r1: the upstream gave it twice, or unasked", failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_SHORT", "CLOSE_BEFORE_HEAD"})
    void comesToTheSameEndWhereverItIsCutOff(Fault accident) throws IOException, FeedException {
        server.allow(10);
        server.add(definitions(0, 95, 1));
        sync();
        List<String> all = titles();
        int requests = server.requests();
        int served = server.served();
        for (int cut = 1; cut <= requests; cut++) {
            last = null;
            reset();
            server.accident(cut, accident);
            assertThrows(IOException.class, this::sync, "cut at " + cut);
            sync();
            assertEquals(all, titles(), "cut at " + cut);
            assertTrue(server.served() <= served + IN_FLIGHT, "cut at " + cut + ": " + server.served());
            assertTrue(Files.notExists(folder.resolve(".unfinished")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STALL_BEFORE_HEAD", "STALL_IN_BODY", "SLOW_HEAD"})
    void givesUpOnAnAnswerThatTakesTooLongAndGoesOnTheNextTime(Fault accident) throws IOException, FeedException {
        client.deadline(1);
        server.add(definitions(0, 300, 1));
        server.accident(9, accident);
        assertFailure("no complete answer within 1 s");
        sync();
        assertEquals(300, titles().size());
        assertTrue(server.served() < 2 * 300, () -> "" + server.served());
    }
}
