package io.patchbay.feeds.sdp;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The enumerations of the schema, and what each word means. */
final class Words {
    static final Map<String, Reboot> REBOOT = Map.of(
            "NeverReboots", Reboot.NEVER,
            "CanRequestReboot", Reboot.CAN_REQUEST,
            "AlwaysRequiresReboot", Reboot.ALWAYS);
    static final Map<String, Impact> IMPACT =
            Map.of("Normal", Impact.NORMAL, "Minor", Impact.MINOR, "RequiresExclusiveHandling", Impact.EXCLUSIVE);
    static final Map<String, UpdateType> TYPE =
            Map.of("Software", UpdateType.SOFTWARE, "Driver", UpdateType.DRIVER, "Detectoid", UpdateType.DETECTOID);
    static final Map<String, PublicationState> PUBLICATION =
            Map.of("Published", PublicationState.PUBLISHED, "Expired", PublicationState.EXPIRED);
    static final Map<String, Boolean> TRUTH = Map.of("true", true, "1", true, "false", false, "0", false);
    static final Map<String, Severity> SEVERITY =
            titles(Severity::title, EnumSet.complementOf(EnumSet.of(Severity.UNSPECIFIED)));
    /** The kinds of updates that the schema knows and Microsoft has a category for; it also knows {@link #HOTFIXES}. */
    static final Map<String, Classification> CLASSIFICATION = titles(
            Classification::title,
            EnumSet.of(
                    Classification.UPDATES,
                    Classification.CRITICAL_UPDATES,
                    Classification.SECURITY_UPDATES,
                    Classification.FEATURE_PACKS,
                    Classification.UPDATE_ROLLUPS,
                    Classification.SERVICE_PACKS,
                    Classification.TOOLS,
                    Classification.DRIVERS));

    static final String HOTFIXES = "Hotfixes";

    private Words() {}

    private static <T> Map<String, T> titles(Function<T, String> title, Set<T> constants) {
        Map<String, T> words = new LinkedHashMap<>();
        constants.forEach(constant -> words.put(title.apply(constant), constant));
        return Collections.unmodifiableMap(words);
    }

    /** What the attribute of the current element means; {@code otherwise} if it is not there. */
    static <T> T read(XmlReader xml, String attribute, Map<String, T> words, T otherwise) throws FeedException {
        String word = xml.attribute(attribute);
        return word == null ? otherwise : meaning(xml, attribute, words, word);
    }

    static <T> T meaning(XmlReader xml, String what, Map<String, T> words, String word) throws FeedException {
        T meaning = words.get(word.trim());
        if (meaning == null) {
            String known = String.join(", ", words.keySet().stream().sorted().toList());
            throw xml.failure("expected one of " + known + " as " + what + ", not \"" + word + '"');
        }
        return meaning;
    }

    /** Whether the attribute of the current element is there and true. */
    static boolean isTrue(XmlReader xml, String attribute) throws FeedException {
        return read(xml, attribute, TRUTH, false);
    }

    /** The word for a meaning. */
    static <T> String of(Map<String, T> words, T meaning) throws InexpressibleException {
        for (Map.Entry<String, T> entry : words.entrySet()) {
            if (entry.getValue().equals(meaning)) {
                return entry.getKey();
            }
        }
        throw new InexpressibleException("SDP has no word for " + meaning);
    }

    static FeedException unexpected(XmlReader xml, String parent) {
        return xml.failure("expected nothing like " + xml.name() + " in " + parent);
    }
}
