package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the catalogue's words mean. */
final class Words {
    /** What follows a comma within the name of a product, such as {@code Windows 10, version 1903 and later, Servicing Drivers}. */
    private static final Pattern CONTINUED =
            Pattern.compile("(?:version|Vibranium) .*|(?:Upgrade & )?Servicing Drivers|Datacenter Edition|SmartSetup"
                    + "|Definition Updates for .*");

    private Words() {}

    /** The products of a list, in which commas stand between them and within some of their names. */
    static List<String> products(String list) {
        List<String> products = new ArrayList<>();
        for (String part : list(list)) {
            int last = products.size() - 1;
            if (last >= 0 && CONTINUED.matcher(part).matches()) {
                products.set(last, products.get(last) + ", " + part);
            } else {
                products.add(part);
            }
        }
        return products;
    }

    /** The elements of a list with commas. */
    static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The classification, of which drivers have their class in parentheses behind it. */
    static Optional<Classification> classification(String text) {
        return Classification.titled(text.replaceFirst("\\(.*\\)", "").strip());
    }

    /** The one processor in a list; {@link Architecture#ANY} if it names none that we know, or several. */
    static Architecture architecture(String list) {
        List<Architecture> known = list(list).stream()
                .flatMap(word -> processor(word).stream())
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0) : Architecture.ANY;
    }

    private static Optional<Architecture> processor(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "amd64", "x64" -> Optional.of(Architecture.X64);
            case "x86" -> Optional.of(Architecture.X86);
            case "arm64" -> Optional.of(Architecture.ARM64);
            case "arm" -> Optional.of(Architecture.ARM);
            case "ia64" -> Optional.of(Architecture.IA64);
            default -> Optional.empty();
        };
    }

    static boolean isYes(String text) {
        return text.equalsIgnoreCase("yes");
    }
}
