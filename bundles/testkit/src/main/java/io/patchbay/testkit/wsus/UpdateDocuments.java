package io.patchbay.testkit.wsus;

import io.patchbay.cabinet.CabinetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Writes what GetUpdateData gives: documents as text, or, if they are longer, in a cabinet as UTF-16LE without a mark. */
final class UpdateDocuments {
    /** Of its text in UTF-16. */
    private static final int LONGEST_PLAIN_BYTES = 5_120;

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Supplier<CabinetWriter> cabinets;

    UpdateDocuments(Supplier<CabinetWriter> cabinets) {
        this.cabinets = cabinets;
    }

    String xml(List<StoredUpdate> updates) {
        StringBuilder data = new StringBuilder("<updates>");
        Map<String, String> files = new TreeMap<>();
        for (StoredUpdate update : updates) {
            files.putAll(update.files());
            data.append("<ServerSyncUpdateData><Id><UpdateID>" + update.id() + "</UpdateID><RevisionNumber>"
                    + update.revision() + "</RevisionNumber></Id>" + blob(update.xml()) + "</ServerSyncUpdateData>");
        }
        data.append("</updates><fileUrls>");
        files.forEach((digest, url) -> data.append("<ServerSyncUrlData><FileDigest>" + digest + "</FileDigest><MUUrl>"
                + SoapReply.escape(url) + "</MUUrl><UssUrl /></ServerSyncUrlData>"));
        return data.append("</fileUrls>").toString();
    }

    private String blob(String xml) {
        byte[] text = xml.getBytes(StandardCharsets.UTF_16LE);
        if (text.length <= LONGEST_PLAIN_BYTES) {
            return "<XmlUpdateBlob>" + SoapReply.escape(xml) + "</XmlUpdateBlob>";
        }
        String base64 = Base64.getEncoder().encodeToString(cabinet(text));
        return "<XmlUpdateBlobCompressed>" + base64 + "</XmlUpdateBlobCompressed>";
    }

    private byte[] cabinet(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CabinetWriter cabinet = cabinets.get();
            cabinet.add("blob", TIME, new ByteArrayInputStream(text));
            cabinet.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written to", e);
        }
    }
}
