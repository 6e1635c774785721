package io.patchbay.feeds.vendor;

import io.patchbay.model.Applicability;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Installation;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import io.patchbay.model.Version;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a vendor gives out a release for Windows, and what no feed says of it.
 *
 * @param provider the provider's id
 * @param vendor the company
 * @param product the product
 * @param line the line that the release continues
 * @param version the release's
 * @param title one line for people
 * @param file the name of its file; blank if it has several
 * @param url where the file is, at an address that stays; null if a feed says it
 * @param applicability how an endpoint shows that it has it, or something older
 * @param installation how it is installed and removed
 */
public record WindowsPackage(
        String provider,
        String vendor,
        Product product,
        Line line,
        Version version,
        String title,
        String file,
        @Nullable URI url,
        Applicability applicability,
        Installation installation) {
    /** The attribute of an {@link Installation} that names the programs that must not run meanwhile, with spaces between them. */
    public static final String BLOCKING_PROCESSES = "BlockingProcesses";

    /** The title is {@code 7-Zip 26.02 (x64, msi)} if none is given. */
    public WindowsPackage {
        if (title.isEmpty()) {
            title = line.product() + ' ' + version.display() + " (" + String.join(", ", kind(line)) + ')';
        }
    }

    /** What the updates of this package in different releases are told apart by, and what tells them from those of other packages. */
    public UpdateId id() {
        List<String> names = new ArrayList<>(List.of(line.product(), version.canonical()));
        names.addAll(kind(line));
        return UpdateId.of(provider, names.toArray(String[]::new));
    }

    /** What tells a line from others of the same product: architecture, language group if there is one, and type of package. */
    private static List<String> kind(Line line) {
        List<String> kind = new ArrayList<>();
        for (String word : List.of(line.architecture().title(), line.languages(), line.packageType())) {
            if (!word.isEmpty()) {
                kind.add(word);
            }
        }
        return kind;
    }

    /**
     * Where its file is below a folder, as lists of files write it: {@code w64/example.msi}.
     *
     * @param folder an address that ends with a slash
     */
    public String path(URI folder) {
        URI path = folder.relativize(Objects.requireNonNull(url, "no address of " + file));
        if (path.isAbsolute()) {
            throw new IllegalArgumentException(path + " is not below " + folder);
        }
        return path.toString();
    }

    /** Its file, for all languages and complete in itself, at the address that the data give it. */
    public ContentFile content(Digest... digests) {
        URI address = Objects.requireNonNull(url, "no address of " + file);
        return content(List.of(digests), List.of(address));
    }

    /** Its file, at these addresses. */
    public ContentFile content(List<Digest> digests, List<URI> urls) {
        return new ContentFile(file, -1, digests, urls, null, ContentFile.Patching.SELF_CONTAINED);
    }
}
