package io.patchbay.audit.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.AuditRecord;
import io.patchbay.audit.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditLogTest {
    private static final Instant NOW = Instant.parse("2026-08-16T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long SMALL = 1000;

    @TempDir
    Path data;

    private FileAuditLog log;

    @BeforeEach
    void begin() throws IOException {
        log = open();
    }

    private FileAuditLog open() throws IOException {
        return new FileAuditLog(data, CLOCK, SMALL);
    }

    private void run(FileAuditLog of, String provider) throws IOException {
        of.record("engine", "run", provider, Map.of("state", "CHANGED", "generation", "7"));
    }

    private void runs(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            run(log, "provider-" + i);
        }
    }

    private Path lastFile() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("audit"))) {
            return files.sorted().reduce((a, b) -> b).orElseThrow();
        }
    }

    private String reason() throws IOException {
        return log.verify().flaw().orElseThrow().toString();
    }

    @Test
    void tellsNewestFirstWhatWasRecorded() throws IOException {
        AuditRecord first = log.record("operator", "release", "putty", Map.of("reason", "\"fine\"\n\u202e\ud800"));
        run(log, "mozilla");
        List<AuditRecord> all = open().newest(9, record -> true);
        assertEquals(List.of(2L, 1L), all.stream().map(AuditRecord::number).toList());
        assertEquals(first, all.get(1));
        assertEquals(NOW, first.time());
        assertEquals(List.of(first), log.newest(1, record -> record.concerns("putty")));
    }

    @Test
    void isIntactAcrossFilesAndRestarts() throws IOException {
        assertEquals(0, log.verify().records());
        for (int i = 0; i < 30; i++) {
            run(open(), "provider-" + i);
        }
        assertEquals(new Verification(30, log.verify().head(), 0, log.verify().flaw()), log.verify());
        assertTrue(log.verify().isIntact());
        assertEquals(30, log.newest(99, record -> true).size());
        try (Stream<Path> files = Files.list(data.resolve("audit"))) {
            assertTrue(files.count() > 3);
        }
    }

    @Test
    void isWrittenInLinesOfAsciiAnybodyCanRead() throws IOException {
        log.record("engine", "run", "putty", Map.of("reason", "ü\u202e"));
        assertEquals(
                "{\"number\":1,\"time\":\"2026-08-16T12:00:00Z\",\"actor\":\"engine\",\"action\":\"run\",\"object\":\"putty\","
                        + "\"details\":{\"reason\":\"\\u00FC\\u202E\"},\"previous\":\"" + "0".repeat(64) + "\"}\n",
                Files.readString(lastFile()));
    }

    @Test
    void cutsVeryLongTexts() throws IOException {
        AuditRecord record = log.record("engine", "run", "putty", Map.of("reason", "x".repeat(1_000_000)));
        assertEquals(4003, record.details().get("reason").length());
    }

    @Test
    void healsWhatACrashLeftAndSaysSo() throws IOException {
        runs(3);
        Files.writeString(lastFile(), "{\"number\":4,\"ti", StandardOpenOption.APPEND);
        assertEquals(15, open().verify().unacknowledged());
        assertTrue(open().verify().isIntact());
        run(open(), "putty");
        List<AuditRecord> newest = log.newest(2, record -> true);
        assertEquals("run", newest.get(0).action());
        assertEquals("recover", newest.get(1).action());
        assertEquals(Map.of("bytes", "15"), newest.get(1).details());
        assertEquals(5, log.verify().records());
        assertTrue(log.verify().isIntact());
    }

    @Test
    void healsARecordThatWasWrittenButNotAcknowledged() throws IOException {
        runs(3);
        byte[] head = Files.readAllBytes(data.resolve("audit.head"));
        run(log, "lost");
        Files.write(data.resolve("audit.head"), head);
        run(open(), "putty");
        assertEquals(List.of(), log.newest(9, record -> record.concerns("lost")));
        assertEquals("recover", log.newest(2, record -> true).get(1).action());
        assertTrue(log.verify().isIntact());
    }

    @Test
    void healsAFileThatACrashLeftWithoutARecord() throws IOException {
        runs(4);
        Files.write(data.resolve("audit").resolve(LogFolder.name(5)), new byte[0]);
        run(open(), "putty");
        assertEquals(5, log.verify().records());
        assertTrue(log.verify().isIntact());
    }

    @Test
    void takesTwoUnacknowledgedRecordsForAForgery() throws IOException {
        runs(1);
        byte[] head = Files.readAllBytes(data.resolve("audit.head"));
        run(log, "forged");
        run(log, "forged");
        Files.write(data.resolve("audit.head"), head);
        assertEquals(
                "audit-000000000001.jsonl at line 3: stands after the one record that may not have been acknowledged",
                reason());
    }

    @Test
    void namesTheRecordThatWasAltered() throws IOException {
        runs(3);
        edit("provider-1", "provider-9");
        assertEquals(
                "audit-000000000001.jsonl at line 2: record 2 is not as it was written, or the link to it in the next record is not",
                reason());
        assertEquals(1, log.verify().records());
    }

    @Test
    void namesTheRecordThatWasAlteredAtTheEndOfAFile() throws IOException {
        runs(9);
        List<Path> files = new LogFolder(data.resolve("audit")).files();
        Path first = files.get(0);
        int records = Line.of(LogFolder.read(first)).size();
        Files.writeString(first, Files.readString(first).replace("provider-" + (records - 1), "provider-x"));
        assertTrue(reason().startsWith("audit-000000000001.jsonl at line " + records + ": "), reason());
        assertEquals(records - 1, log.verify().records());
    }

    @Test
    void namesTheLastRecordIfItWasAltered() throws IOException {
        runs(3);
        edit("provider-2", "provider-9");
        assertEquals("audit-000000000001.jsonl at line 3: record 3 is not as it was acknowledged", reason());
    }

    @Test
    void namesWhereALogWasCutShort() throws IOException {
        runs(3);
        String text = Files.readString(lastFile());
        Files.writeString(lastFile(), text.substring(0, text.indexOf("{\"number\":3")));
        assertEquals(
                "audit-000000000001.jsonl at line 3: the log ends at record 2, but record 3 was acknowledged",
                reason());
    }

    @Test
    void missesADeletedFileAndAnEmptiedFolder() throws IOException {
        runs(30);
        Files.delete(data.resolve("audit").resolve(LogFolder.name(1)));
        assertTrue(reason().endsWith("the file does not begin with record 1"), reason());
        for (Path file : new LogFolder(data.resolve("audit")).files()) {
            Files.delete(file);
        }
        log = open();
        assertEquals(
                "audit-000000000001.jsonl at line 1: the log ends at record 0, but record 30 was acknowledged",
                reason());
        assertThrows(IOException.class, () -> run(log, "putty"));
    }

    @Test
    void missesItsHead() throws IOException {
        runs(3);
        Files.delete(data.resolve("audit.head"));
        log = open();
        assertEquals("audit.head at line 1: the head of the log is missing, or not as it was written", reason());
        assertThrows(IOException.class, () -> run(log, "putty"));
    }

    @Test
    void addsNothingToALogThatWasAlteredWhileItRan() throws IOException {
        runs(3);
        Files.writeString(lastFile(), "{}\n", StandardOpenOption.APPEND);
        IOException failure = assertThrows(IOException.class, () -> run(log, "putty"));
        assertTrue(failure.getMessage().startsWith("the audit log was altered, so nothing is added to it: "));
    }

    @Test
    void recordsWhatAnInterruptedThreadDid() throws IOException {
        Thread.currentThread().interrupt();
        run(log, "putty");
        assertTrue(Thread.interrupted());
        assertEquals(1, log.verify().records());
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(lastFile(), StandardCharsets.ISO_8859_1);
        Files.writeString(lastFile(), text.replace(from, to), StandardCharsets.ISO_8859_1);
    }
}
