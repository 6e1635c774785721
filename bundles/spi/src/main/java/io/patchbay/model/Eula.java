package io.patchbay.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A licence that must be accepted before the update is installed.
 *
 * @param id the vendor's id of the licence, or its name
 * @param texts where the text is, by language: its address, which begins with {@code http}, or else the name of one of {@code files};
 *     empty if the feed only names the licence
 * @param reacceptance whether it must be accepted again although an earlier revision was
 * @param files the files that hold the text, if the feed describes them; in the order of the feed
 */
public record Eula(String id, Map<String, String> texts, boolean reacceptance, List<TextFile> files) {
    /**
     * A file that holds the text in one language (MS-WUSP, 3.1.1.1, EulaFile).
     *
     * @param file its language is that of the text
     * @param region the three letters of ISO 3166 of the region that the text is for; blank for all that have none of their own
     */
    public record TextFile(ContentFile file, String region) {
        public TextFile {
            Objects.requireNonNull(file);
            Objects.requireNonNull(region);
        }
    }

    public Eula {
        Objects.requireNonNull(id);
        texts = Sorted.copy(texts);
        files = List.copyOf(files);
    }

    /** A licence whose files nobody describes. */
    public Eula(String id, Map<String, String> texts, boolean reacceptance) {
        this(id, texts, reacceptance, List.of());
    }
}
