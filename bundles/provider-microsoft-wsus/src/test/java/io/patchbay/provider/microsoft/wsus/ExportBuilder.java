package io.patchbay.provider.microsoft.wsus;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.testkit.wsus.StoredUpdate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/** Makes export cabinets as {@code wsusutil} does. */
final class ExportBuilder {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 10, 4, 12, 0);

    private final StringBuilder files = new StringBuilder();
    private final StringBuilder updates = new StringBuilder();
    private final StringBuilder records = new StringBuilder();
    private Charset charset = StandardCharsets.UTF_8;

    /** Adds a revision, with its files and what it is filed under. */
    ExportBuilder add(StoredUpdate update) {
        list(update);
        return record(new Revision(update.id(), update.revision()), update.xml());
    }

    /** Adds a revision to package.xml only. */
    ExportBuilder list(StoredUpdate update) {
        update.files()
                .forEach((digest, url) ->
                        files.append("<File Digest=\"" + digest + "\" MUUrl=\"" + url + "\" Name=\"file\" />"));
        updates.append(
                "<Update UpdateId=\"" + update.id() + "\" RevisionNumber=\"" + update.revision() + "\"><Files />");
        StringBuilder categories = new StringBuilder();
        update.categories().forEach(id -> categories.append("<Category Value=\"" + id + "\" />"));
        updates.append("<Categories>" + categories + "</Categories><Classifications /></Update>");
        return this;
    }

    /** Adds a record to metadata.txt only. */
    ExportBuilder record(Revision revision, String xml) {
        records.append(String.format("%s,%08x,%08x,%s\r\n", revision.id(), revision.number(), xml.length(), xml));
        return this;
    }

    /** Adds anything to metadata.txt. */
    ExportBuilder text(String text) {
        records.append(text);
        return this;
    }

    /** Writes metadata.txt in another character set. */
    ExportBuilder in(Charset other) {
        charset = other;
        return this;
    }

    byte[] build() throws IOException {
        return build(CabinetWriter::mszip);
    }

    byte[] build(Supplier<CabinetWriter> cabinets) throws IOException {
        String list = "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?><ExportPackage ServerID=\""
                + "1e1ea3fe-5bb5-44ee-9820-b8cf11c01b4b\" CreationTime=\"2026-10-04T12:00:00Z\" FormatVersion=\"1.0\""
                + " ProtocolVersion=\"1.20\"><Languages /><Files>" + files + "</Files><Updates>" + updates
                + "</Updates></ExportPackage>";
        CabinetWriter cabinet = cabinets.get();
        cabinet.add(
                "metadata.txt",
                TIME,
                new ByteArrayInputStream(records.toString().getBytes(charset)));
        cabinet.add("package.xml", TIME, bytes(list));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cabinet.writeTo(out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
