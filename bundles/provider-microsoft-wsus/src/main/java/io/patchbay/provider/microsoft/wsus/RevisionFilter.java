package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.SyncFilter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which updates a server is asked for; everything if all are empty. Categories and classifications go together: a server that is given
 * one kind and not the other lists nothing.
 *
 * @param categories ids of products and product families
 * @param classifications ids of classifications
 * @param languages LanguageIDs
 */
record RevisionFilter(
        SortedSet<UpdateId> categories, SortedSet<UpdateId> classifications, SortedSet<String> languages) {
    static final RevisionFilter EVERYTHING = new RevisionFilter(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    private static final String ALL_LANGUAGES = "0";

    /**
     * Finds what an operator wants among what the upstream has.
     *
     * @throws FeedException if it does not have it, so that a misspelt product is not taken for one without updates
     */
    static RevisionFilter of(SyncFilter wanted, ServerConfig config, CategoryTable table) throws FeedException {
        SortedSet<UpdateId> categories =
                table.find("product", wanted.products(), CategoryType.PRODUCT, CategoryType.PRODUCT_FAMILY);
        SortedSet<UpdateId> classifications =
                table.find("classification", wanted.classifications(), CategoryType.UPDATE_CLASSIFICATION);
        if (!categories.isEmpty() && classifications.isEmpty()) {
            classifications = table.all(CategoryType.UPDATE_CLASSIFICATION);
        }
        if (categories.isEmpty() && !classifications.isEmpty()) {
            categories = table.all(CategoryType.PRODUCT);
        }
        return new RevisionFilter(categories, classifications, languages(wanted, config));
    }

    private static SortedSet<String> languages(SyncFilter wanted, ServerConfig config) throws FeedException {
        SortedSet<String> ids = new TreeSet<>();
        for (String language : wanted.languages()) {
            String id = config.languages().get(language.toLowerCase(Locale.ROOT));
            if (id == null) {
                throw new FeedException(
                        MicrosoftWsusProvider.REVISIONS.name(),
                        Operation.GET_CONFIG_DATA.title(),
                        "the upstream has no language " + language);
            }
            ids.add(id);
            ids.add(ALL_LANGUAGES);
        }
        return ids;
    }

    /** One text for what is asked for. */
    String digest() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * As a request has it, for the second pass; the order of elements matters to Microsoft's servers. With an anchor only what came after it is asked for: a server that is
     * given an anchor and no Delta lists everything again.
     */
    String xml(Optional<String> anchor) {
        String delta = Operation.element("Delta", Boolean.toString(anchor.isPresent()));
        return "<filter>" + anchorXml(anchor)
                + "<GetConfig>false</GetConfig><Get63LanguageOnly>false</Get63LanguageOnly>"
                + array("Categories", "IdAndDelta", categories, delta)
                + array("Classifications", "IdAndDelta", classifications, delta)
                + array("Languages", "LanguageAndDelta", languages, delta) + "</filter>";
    }

    /** The filter of the first pass, which gets categories, classifications and detectoids. */
    static String configuration(Optional<String> anchor) {
        return "<filter>" + anchorXml(anchor)
                + "<GetConfig>true</GetConfig><Get63LanguageOnly>false</Get63LanguageOnly></filter>";
    }

    private static String anchorXml(Optional<String> anchor) {
        return anchor.map(text -> Operation.element("Anchor", text)).orElse("");
    }

    private static String array(String name, String item, Collection<?> ids, String delta) {
        if (ids.isEmpty()) {
            return "";
        }
        return ids.stream()
                .map(id -> "<" + item + ">" + Operation.element("Id", id.toString()) + delta + "</" + item + ">")
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }
}
