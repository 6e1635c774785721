package io.patchbay.model;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to download for an update. What it is, is said by its digests; its addresses are only hints where to find it.
 *
 * @param name the file name, without a folder
 * @param size in bytes; -1 if unknown
 * @param digests at most one for each algorithm
 * @param urls absolute https addresses, or http ones if there is a digest
 * @param language the language of this file as the vendor writes it ({@code en-US}); null if it serves all languages of the update
 * @param patching whether the file is complete in itself
 */
public record ContentFile(
        String name, long size, List<Digest> digests, List<URI> urls, @Nullable String language, Patching patching) {
    /** How the file carries the change (MS-WSUSSS, PatchingType). */
    public enum Patching {
        SELF_CONTAINED,
        EXPRESS,
        OTHER
    }

    public ContentFile {
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("not a file name: \"" + name + '"');
        }
        Objects.requireNonNull(patching);
        digests = List.copyOf(digests);
        urls = List.copyOf(urls);
    }

    /** The same with other digests. */
    public ContentFile withDigests(List<Digest> others) {
        return new ContentFile(name, size, others, urls, language, patching);
    }
}
