package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Eula;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code Files}, and the files of licences. The documents give digests and no addresses. */
final class FileReader {
    private static final Map<String, Algorithm> ALGORITHMS =
            Arrays.stream(Algorithm.values()).collect(Collectors.toUnmodifiableMap(Algorithm::title, known -> known));

    private final XmlReader xml;
    private final String source;
    private final List<ContentFile> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>(4);

    FileReader(XmlReader xml, String source) {
        this.xml = xml;
        this.source = source;
    }

    List<ContentFile> read() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("File")) {
                files.add(file());
            }
        }
        return files;
    }

    /** Reads an {@code EulaFile} (MS-WUSP, 3.1.1.1): those of all languages may have one name. */
    Eula.TextFile readLicence() throws IOException, FeedException {
        String language = Attributes.text(xml, "Language");
        String region = xml.attribute("GeoId");
        ContentFile file = file();
        return new Eula.TextFile(
                new ContentFile(
                        file.name(), file.size(), file.digests(), file.urls(), language, Patching.SELF_CONTAINED),
                region == null ? "" : region.trim());
    }

    private ContentFile file() throws IOException, FeedException {
        String name = name();
        long size = size();
        Patching patching = patching(xml.attribute("PatchingType"));
        List<Digest> digests = digests();
        return new ContentFile(unique(name, digests), size, digests, List.of(), null, patching);
    }

    /** Sizes go beyond 32 bits; -1 if the document gives none. */
    private long size() throws IOException, FeedException {
        String size = xml.attribute("Size");
        if (size == null) {
            return -1;
        }
        try {
            long bytes = Long.parseLong(size);
            if (bytes >= 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            // As a number below 0, it is no size.
        }
        throw xml.failure("expected a number of bytes, not \"" + size + '"');
    }

    private List<Digest> digests() throws IOException, FeedException {
        List<Digest> digests = new ArrayList<>();
        String first = xml.attribute("DigestAlgorithm");
        add(digests, first == null ? "SHA1" : first, Attributes.text(xml, "Digest"));
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("AdditionalDigest")) {
                add(digests, Attributes.text(xml, "Algorithm"), xml.text());
            }
        }
        return digests;
    }

    /** Of an algorithm that nobody here can compute, a digest is of no use. */
    private void add(List<Digest> digests, String algorithm, String base64) throws IOException, FeedException {
        Optional<Algorithm> known = algorithm(algorithm);
        if (known.isEmpty()) {
            return;
        }
        try {
            digests.add(Digest.base64(known.get(), base64.trim(), source));
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected a " + algorithm + " in Base64, not \"" + base64 + '"');
        }
    }

    private static Optional<Algorithm> algorithm(String name) {
        return Optional.ofNullable(ALGORITHMS.get(name.replace("-", "").toLowerCase(Locale.ROOT)));
    }

    /** An operating system's files are named with their folder, which is left off. */
    private String name() throws FeedException {
        String path = Attributes.text(xml, "FileName");
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.isBlank()) {
            throw xml.failure("expected the name of a file, not \"" + path + '"');
        }
        return name;
    }

    /** Two files of an update may have one name, because Microsoft tells them apart by digest: then the second gets its digest before. */
    private String unique(String name, List<Digest> digests) throws FeedException {
        if (names.add(name)) {
            return name;
        }
        if (digests.isEmpty()) {
            throw xml.failure("expected a digest that tells two files apart of the name \"" + name + '"');
        }
        String told = digests.get(0).value() + '-' + name;
        names.add(told);
        return told;
    }

    private static Patching patching(@Nullable String type) {
        if (type == null || type.equals("SelfContained")) {
            return Patching.SELF_CONTAINED;
        }
        return type.equals("Express") ? Patching.EXPRESS : Patching.OTHER;
    }
}
