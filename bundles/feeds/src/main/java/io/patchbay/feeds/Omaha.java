package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Speaks with update services of the Omaha protocol 3.0, as Google's is: what to ask, and what the answer offers. */
public final class Omaha {
    private final XmlReader xml;
    private final String document;
    private final List<String> folders = new ArrayList<>();
    private final List<Digest> digests = new ArrayList<>();
    private String version = "";
    private String name = "";
    private long size;

    /**
     * What a service gives out.
     *
     * @param version of four numbers
     * @param file the installer, which the service names by addresses, size and SHA-256
     */
    public record Offer(String version, ContentFile file) {}

    private Omaha(XmlReader xml, String document) {
        this.xml = xml;
        this.document = document;
    }

    /**
     * What a computer without the application asks.
     *
     * @param application its id, a GUID in braces
     * @param processor {@code x86}, {@code x64} or {@code arm64}
     * @param channel such as {@code stable}
     */
    public static String request(String application, String processor, String channel) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <request protocol="3.0" ismachine="1"><os platform="win" version="10.0" arch="%1$s"/>\
                <app appid="%2$s" ap="%1$s-stable" release_channel="%3$s" version=""><updatecheck/></app></request>
                """
                .formatted(processor, application, channel);
    }

    /** Asks a service, and keeps the answer as a document of its feed. */
    public static void ask(Fetcher fetcher, Feed service, String name, String request)
            throws IOException, FeedException {
        fetcher.post(service, name, fetcher.address(service), "text/xml", request.getBytes(UTF_8));
    }

    /**
     * Reads an answer.
     *
     * @param installer what stands behind the version in the name of the file, such as {@code _chrome_installer}
     * @throws FeedException if the service offers nothing, or something else than one file with a digest and an address with https
     */
    public static Offer read(Snapshot snapshot, String document, String installer) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(snapshot, Bounded.find(snapshot, document), XmlLimits.DEFAULT)) {
            Omaha answer = new Omaha(xml, document);
            answer.elements(0);
            return answer.offer(installer);
        }
    }

    /** An element means the same wherever it is; unknown ones mean nothing. */
    private void elements(int depth) throws IOException, FeedException {
        while (xml.nextChild(depth)) {
            int inside = xml.depth();
            element();
            elements(inside);
        }
    }

    private void element() throws FeedException {
        switch (xml.name()) {
            case "app", "updatecheck" -> requireStatus();
            case "url" -> folders.add(attribute("codebase"));
            case "manifest" -> version = attribute("version");
            case "package" -> file();
            default -> {}
        }
    }

    /** Such as {@code noupdate}, {@code restricted} and {@code error-osnotsupported}. */
    private void requireStatus() throws FeedException {
        if (!attribute("status").equals("ok")) {
            throw xml.failure("expected the status ok of " + xml.name() + ", found " + attribute("status"));
        }
    }

    private void file() throws FeedException {
        if (!name.isEmpty()) {
            throw xml.failure("expected one package, found " + name + " and " + attribute("name"));
        }
        name = attribute("name");
        try {
            size = Long.parseLong(attribute("size"));
            digests.add(new Digest(Digest.Algorithm.SHA256, attribute("hash_sha256"), document));
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected the size and the SHA-256 of " + name + ", " + e.getMessage());
        }
    }

    private String attribute(String attribute) throws FeedException {
        String value = xml.attribute(attribute);
        if (value == null || value.isBlank()) {
            throw xml.failure("expected " + xml.name() + " to have the attribute " + attribute);
        }
        return value;
    }

    private Offer offer(String installer) throws FeedException {
        if (!VersionScheme.FOUR_NUMBERS.accepts(version) || !name.startsWith(version + installer)) {
            throw xml.failure("expected an installer of a version, found " + name + " of " + version);
        }
        List<URI> urls = urls();
        if (urls.isEmpty() || size <= 0) {
            throw xml.failure("expected a size and an address with https of " + name);
        }
        return new Offer(
                version, new ContentFile(name, size, digests, urls, null, ContentFile.Patching.SELF_CONTAINED));
    }

    private List<URI> urls() throws FeedException {
        List<URI> urls = new ArrayList<>();
        for (String folder : folders) {
            if (folder.startsWith("https://")) {
                urls.add(url(folder));
            }
        }
        return urls;
    }

    private URI url(String folder) throws FeedException {
        try {
            return new URI(folder + name);
        } catch (URISyntaxException e) {
            throw xml.failure("expected an address, found " + folder + name);
        }
    }
}
