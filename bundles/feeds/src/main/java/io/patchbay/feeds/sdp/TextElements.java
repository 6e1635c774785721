package io.patchbay.feeds.sdp;

import io.patchbay.model.Description;
import io.patchbay.model.Description.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the texts of a package, the reverse of {@link PackageTexts}. */
final class TextElements {
    private static final int TITLE = 200;
    private static final int DESCRIPTION = 1500;

    private TextElements() {}

    /**
     * The default language first, because the first is the default. A description must not be empty: then the title
     * stands for it.
     */
    static List<Element> of(Description description) throws InexpressibleException {
        Map<String, Text> texts = new LinkedHashMap<>();
        Text first = description.texts().get(description.defaultLanguage());
        if (first != null) {
            texts.put(description.defaultLanguage(), first);
        }
        texts.putAll(description.texts());
        if (texts.isEmpty()) {
            throw new InexpressibleException("it has no title");
        }
        List<Element> elements = new ArrayList<>();
        for (Map.Entry<String, Text> entry : texts.entrySet()) {
            elements.add(text(entry.getKey(), entry.getValue()));
        }
        return elements;
    }

    private static Element text(String language, Text text) throws InexpressibleException {
        String about = text.description().isBlank() ? text.title() : text.description();
        return new Element(Namespace.SDP, "LocalizedProperties")
                .add("Language", SimpleType.LANGUAGE.check("Language", language))
                .add("Title", Limit.cut(text.title(), TITLE))
                .add("Description", Limit.cut(about, DESCRIPTION));
    }
}
