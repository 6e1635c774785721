package io.patchbay.feeds.sdp;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.feeds.microsoft.Links;
import io.patchbay.feeds.microsoft.Rules;
import io.patchbay.model.Applicability;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads one {@code InstallableItem}. */
final class ItemReader {
    private final XmlReader xml;
    private final String source;
    private final UpdateId id;
    private final InstallerReader installer;
    private final List<ContentFile> files = new ArrayList<>();
    private final SortedSet<String> languages = new TreeSet<>();
    private Applicability rules = Applicability.NONE;

    /** A reader at the element; the extras are the package's. */
    ItemReader(XmlReader xml, String source, PackageProperties properties) throws FeedException {
        this.xml = xml;
        this.source = source;
        this.id = Attributes.id(xml, "ID");
        this.installer = new InstallerReader(properties.type == UpdateType.DRIVER ? Handler.DRIVER : Handler.NONE);
        installer.attributes.putAll(properties.extras);
        installer.attributes.put(Extra.ITEM, id.toString());
    }

    Item read() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            readPart();
        }
        return new Item(id, rules, installer.installation(), files, languages);
    }

    private void readPart() throws IOException, FeedException {
        switch (xml.name()) {
            case "ApplicabilityRules" -> rules = Rules.applicability(xml);
            case "InstallProperties" -> installer.readInstallProperties(xml);
            case "UninstallProperties" -> installer.readUninstallProperties(xml);
            case "CommandLineInstallerData" -> installer.readCommandLine(xml);
            case "MsiInstallerData" -> installer.readMsi(xml);
            case "MspInstallerData" -> installer.readMsp(xml);
            case "OriginFile" -> files.add(file());
            case "Language" -> languages.add(xml.text());
            default -> readOther();
        }
    }

    /** The schema lets other schemas add installers, whose names end so. */
    private void readOther() throws IOException, FeedException {
        if (!xml.name().endsWith("InstallerData")) {
            throw Words.unexpected(xml, "InstallableItem");
        }
        installer.readOther(xml);
    }

    private ContentFile file() throws IOException, FeedException {
        String name = name();
        long size = size();
        List<URI> urls = urls();
        installer.attributes.put(Extra.MODIFIED, Attributes.text(xml, "Modified"));
        return new ContentFile(name, size, digests(), urls, null, Patching.SELF_CONTAINED);
    }

    private String name() throws FeedException {
        String name = Attributes.text(xml, "FileName");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (!last.equals(name)) {
            installer.attributes.put(Extra.FILE_NAME, name);
        }
        return last;
    }

    private long size() throws FeedException {
        String size = Attributes.text(xml, "Size");
        try {
            return Long.parseUnsignedLong(size.trim());
        } catch (NumberFormatException e) {
            throw xml.failure("expected a number of bytes, not \"" + size + '"');
        }
    }

    private List<URI> urls() {
        String origin = xml.attribute("OriginUri");
        if (origin == null) {
            return List.of();
        }
        Optional<URI> address = Links.parse(origin);
        if (address.isEmpty()) {
            installer.attributes.put(Extra.ORIGIN, origin);
        }
        return address.stream().toList();
    }

    private List<Digest> digests() throws IOException, FeedException {
        List<Digest> digests = new ArrayList<>();
        digests.add(digest(Algorithm.SHA1, Attributes.text(xml, "Digest")));
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (!xml.name().equals("AdditionalDigest")
                    || !Attributes.text(xml, "Algorithm").trim().equals("SHA256")) {
                throw xml.failure("expected an AdditionalDigest of Algorithm SHA256");
            }
            digests.add(digest(Algorithm.SHA256, xml.text()));
        }
        return digests;
    }

    private Digest digest(Algorithm algorithm, String base64) throws FeedException {
        try {
            return Digest.base64(algorithm, base64.trim(), source);
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected a " + algorithm.title() + " in Base64, not \"" + base64 + '"');
        }
    }
}
