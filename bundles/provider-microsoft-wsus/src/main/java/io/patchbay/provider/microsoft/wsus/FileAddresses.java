package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where files are (fileUrls): addresses by SHA-1, which the documents of updates name. */
final class FileAddresses {
    private static final int SHA1 = Algorithm.SHA1.length();

    private final Map<String, URI> addresses = new HashMap<>();

    /** Reads the list that the cursor is at. */
    void read(XmlReader xml) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            readOne(xml);
        }
    }

    /** Reads the list of an export that the cursor is at, which has attributes for elements. */
    void readExported(XmlReader xml) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            String url = xml.attribute("MUUrl");
            put(xml, Attributes.text(xml, "Digest"), url == null ? "" : url);
        }
    }

    private void readOne(XmlReader xml) throws IOException, FeedException {
        String digest = "";
        String url = "";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "FileDigest" -> digest = xml.text();
                case "MUUrl" -> url = xml.text();
                default -> {}
            }
        }
        put(xml, digest, url);
    }

    private void put(XmlReader xml, String digest, String url) throws FeedException {
        Optional<URI> address = address(url);
        if (address.isPresent()) {
            addresses.put(sha1(xml, digest), address.get());
        }
    }

    private static String sha1(XmlReader xml, String base64) throws FeedException {
        try {
            return Digest.base64(Algorithm.SHA1, base64, "").value();
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected a SHA-1 of " + SHA1 + " bytes in Base64 as FileDigest, not \"" + base64 + '"');
        }
    }

    /** The address without its query, which may be a signature for a while; empty if it is none that could be followed. */
    private static Optional<URI> address(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null
                    ? Optional.of(
                            new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The files, with the addresses that are known. */
    List<ContentFile> located(List<ContentFile> files) {
        return files.stream().map(this::located).toList();
    }

    /** The file, with its address if that is known. */
    ContentFile located(ContentFile file) {
        List<URI> urls = file.digests().stream()
                .filter(digest -> digest.algorithm() == Algorithm.SHA1)
                .flatMap(digest -> Optional.ofNullable(addresses.get(digest.value())).stream())
                .toList();
        return new ContentFile(file.name(), file.size(), file.digests(), urls, file.language(), file.patching());
    }
}
