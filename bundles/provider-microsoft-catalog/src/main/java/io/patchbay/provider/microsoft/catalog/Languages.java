package io.patchbay.provider.microsoft.catalog;

import java.util.List;
import java.util.Map;

/** The names of languages on the pages, and the tags that Microsoft's update documents have for them. */
final class Languages {
    private static final String ALL = "all";

    /** As Microsoft's update servers name them (MS-WSUSSS, 3.1.4.4, GetConfigData: ShortLanguage and LongLanguage). */
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("Arabic", "ar"),
            Map.entry("Bulgarian", "bg"),
            Map.entry("Chinese (Hong Kong SAR)", "zh-hk"),
            Map.entry("Chinese (Simplified)", "zh-cn"),
            Map.entry("Chinese (Traditional)", "zh-tw"),
            Map.entry("Croatian", "hr"),
            Map.entry("Czech", "cs"),
            Map.entry("Danish", "da"),
            Map.entry("Dutch", "nl"),
            Map.entry("English", "en"),
            Map.entry("Estonian", "et"),
            Map.entry("Finnish", "fi"),
            Map.entry("French", "fr"),
            Map.entry("German", "de"),
            Map.entry("Greek", "el"),
            Map.entry("Hebrew", "he"),
            Map.entry("Hindi", "hi"),
            Map.entry("Hungarian", "hu"),
            Map.entry("Italian", "it"),
            Map.entry("Japanese", "ja"),
            Map.entry("Japanese NEC", "ja-nec"),
            Map.entry("Korean", "ko"),
            Map.entry("Latvian", "lv"),
            Map.entry("Lithuanian", "lt"),
            Map.entry("Norwegian", "no"),
            Map.entry("Polish", "pl"),
            Map.entry("Portuguese (Brazil)", "pt-br"),
            Map.entry("Portuguese (Portugal)", "pt"),
            Map.entry("Romanian", "ro"),
            Map.entry("Russian", "ru"),
            Map.entry("Serbian (Latin)", "sr"),
            Map.entry("Slovak", "sk"),
            Map.entry("Slovenian", "sl"),
            Map.entry("Spanish", "es"),
            Map.entry("Swedish", "sv"),
            Map.entry("Thai", "th"),
            Map.entry("Turkish", "tr"),
            Map.entry("Ukrainian", "uk"));

    private Languages() {}

    /** The tags of these languages; empty for all. A name that is not known stays as it is. */
    static List<String> tags(List<String> names) {
        return names.stream()
                .filter(name -> !name.equalsIgnoreCase(ALL))
                .map(name -> TAGS.getOrDefault(name, name))
                .toList();
    }
}
