package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes scan files in the documented layout. The same calls give the same bytes. */
final class ScanFileBuilder {
    private static final LocalDateTime TIME = LocalDateTime.of(2022, 1, 1, 0, 0);

    private final Supplier<CabinetWriter> cabinets;
    private final StringBuilder updates = new StringBuilder();
    private final StringBuilder locations = new StringBuilder();
    /** By first RevisionId, the members of the shard. */
    private final SortedMap<Integer, Map<String, String>> shards = new TreeMap<>();

    /** Builds with cabinets of one compression; the outermost is stored, like Microsoft's. */
    ScanFileBuilder(Supplier<CabinetWriter> cabinets) {
        this.cabinets = cabinets;
        shard(0);
        shards.get(0).put("files\\1", "");
    }

    /** Starts a shard at this RevisionId. */
    ScanFileBuilder shard(int firstRevision) {
        shards.put(firstRevision, new LinkedHashMap<>());
        return this;
    }

    /** Adds an Update element to package.xml. */
    ScanFileBuilder update(String xml) {
        updates.append(xml);
        return this;
    }

    ScanFileBuilder location(String sha1, String url) {
        locations.append("<FileLocation Id=\"%s\" Url=\"%s\" />".formatted(sha1, url));
        return this;
    }

    /** Adds a fragment to the shard it belongs to; the kind is {@code c}, {@code x} or {@code l/en}. */
    ScanFileBuilder fragment(String kind, int revision, String xml) {
        String member = (kind + '/' + revision).replace('/', '\\');
        shards.get(shards.headMap(revision + 1).lastKey()).put(member, xml);
        return this;
    }

    /** Adds any member to the last shard. */
    ScanFileBuilder member(String name, String content) {
        shards.get(shards.lastKey()).put(name, content);
        return this;
    }

    byte[] build() throws IOException {
        return scanFile(members());
    }

    /** A scan file of these members; it is whole, whatever they are. */
    static byte[] scanFile(Map<String, byte[]> members) throws IOException {
        return cabinet(CabinetWriter.stored(), members);
    }

    /** What the scan file consists of: index.xml and cabinets. */
    Map<String, byte[]> members() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("index.xml", index().getBytes(StandardCharsets.UTF_8));
        members.put("package.cab", cabinet(cabinets.get(), utf8(Map.of("package.xml", packageXml()))));
        int number = 2;
        for (Map<String, String> shard : shards.values()) {
            members.put("package" + number++ + ".cab", cabinet(cabinets.get(), utf8(shard)));
        }
        return members;
    }

    private String index() {
        StringBuilder index = new StringBuilder("<INDEX VERSION=\"1\"><CABLIST XOR=\"0\"><CAB NAME=\"package.cab\"/>");
        int number = 2;
        for (int first : shards.keySet()) {
            index.append("<CAB NAME=\"package%d.cab\" RANGESTART=\"%d\"/>".formatted(number++, first));
        }
        return index.append("</CABLIST></INDEX>").toString();
    }

    private String packageXml() {
        return """
                <?xml version="1.0" encoding="utf-8"?>\
                <OfflineSyncPackage xmlns="http://schemas.microsoft.com/msus/2004/02/OfflineSync" ProtocolVersion="1.0" \
                PackageVersion="1.1"><Updates>%s</Updates><FileLocations>%s</FileLocations></OfflineSyncPackage>"""
                .formatted(updates, locations);
    }

    private static Map<String, byte[]> utf8(Map<String, String> texts) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        texts.forEach((name, text) -> members.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return members;
    }

    /** A cabinet of these members, in their order. */
    static byte[] cabinet(CabinetWriter cabinet, Map<String, byte[]> members) throws IOException {
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            cabinet.add(member.getKey(), TIME, new ByteArrayInputStream(member.getValue()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cabinet.writeTo(out);
        return out.toByteArray();
    }
}
