package io.patchbay.model;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What people read about an update, and where they read more.
 *
 * @param defaultLanguage the language to show where the reader's own is missing; a key of {@code texts} unless those are empty
 * @param texts the texts by language, as the vendor writes it ({@code en}, {@code zh-cn})
 * @param kbArticles articles of the vendor's knowledge base: Microsoft's as digits only, others as the vendor writes them
 * @param moreInfo pages about the update
 * @param releaseNotes the release notes
 * @param support the vendor's support page
 */
public record Description(
        String defaultLanguage,
        SortedMap<String, Text> texts,
        List<String> kbArticles,
        List<URI> moreInfo,
        @Nullable URI releaseNotes,
        @Nullable URI support) {
    /** Nothing known. */
    public static final Description NONE = of("en", Map.of(), List.of(), List.of(), null, null);

    /**
     * The texts of one language.
     *
     * @param title one line; never blank
     * @param description plain text; blank if there is none
     * @param uninstallNotes how to remove it; blank if there is none
     */
    public record Text(String title, String description, String uninstallNotes) {
        public Text {
            if (title.isBlank()) {
                throw new IllegalArgumentException("a title is blank");
            }
            Objects.requireNonNull(description);
            Objects.requireNonNull(uninstallNotes);
        }
    }

    public Description {
        Objects.requireNonNull(defaultLanguage);
        texts = Sorted.copy(texts);
        kbArticles = List.copyOf(kbArticles);
        moreInfo = List.copyOf(moreInfo);
    }

    /** As the canonical constructor, for texts in any map. */
    public static Description of(
            String defaultLanguage,
            Map<String, Text> texts,
            List<String> kbArticles,
            List<URI> moreInfo,
            @Nullable URI releaseNotes,
            @Nullable URI support) {
        return new Description(defaultLanguage, Sorted.copy(texts), kbArticles, moreInfo, releaseNotes, support);
    }

    /** English texts and nothing else. */
    public static Description english(String title, String description) {
        return of("en", Map.of("en", new Text(title, description, "")), List.of(), List.of(), null, null);
    }

    /** The same with links to pages about the update and to its release notes. */
    public Description withLinks(List<URI> pages, @Nullable URI notes) {
        return new Description(defaultLanguage, texts, kbArticles, pages, notes, support);
    }

    /** The same with other articles of the vendor's knowledge base. */
    public Description withKbArticles(List<String> articles) {
        return new Description(defaultLanguage, texts, articles, moreInfo, releaseNotes, support);
    }

    /** The title in the default language, else in any; blank if there are no texts. */
    public String title() {
        Text text = texts.get(defaultLanguage);
        if (text == null && !texts.isEmpty()) {
            text = texts.get(texts.firstKey());
        }
        return text == null ? "" : text.title();
    }
}
