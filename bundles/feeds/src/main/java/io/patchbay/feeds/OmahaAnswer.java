package io.patchbay.feeds;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a service of the Omaha protocol answers: one file of a version, or why there is none. */
final class OmahaAnswer {
    private final XmlReader xml;
    private final String document;
    private final List<String> folders = new ArrayList<>();
    private final List<Digest> digests = new ArrayList<>();
    private String version = "";
    private String name = "";
    private long size;

    /** Reads it to its end. */
    OmahaAnswer(XmlReader xml, String document) throws IOException, FeedException {
        this.xml = xml;
        this.document = document;
        elements(0);
    }

    String version() {
        return version;
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
            case "package" -> described();
            default -> {}
        }
    }

    /** Such as {@code noupdate}, {@code restricted} and {@code error-osnotsupported}. */
    private void requireStatus() throws FeedException {
        if (!attribute("status").equals("ok")) {
            throw xml.failure("expected the status ok of " + xml.name() + ", found " + attribute("status"));
        }
    }

    private void described() throws FeedException {
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

    /**
     * The file of the version that is offered.
     *
     * @param installer what stands behind the version in its name
     */
    ContentFile file(String installer) throws FeedException {
        if (!VersionScheme.FOUR_NUMBERS.accepts(version) || !name.startsWith(version + installer)) {
            throw xml.failure("expected an installer of a version, found " + name + " of " + version);
        }
        List<URI> urls = urls();
        if (urls.isEmpty() || size <= 0) {
            throw xml.failure("expected a size and an address with https of " + name);
        }
        return new ContentFile(name, size, digests, urls, null, ContentFile.Patching.SELF_CONTAINED);
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
