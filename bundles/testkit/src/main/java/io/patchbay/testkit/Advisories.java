package io.patchbay.testkit;

import static io.patchbay.testkit.Contract.check;

import io.patchbay.model.Advisory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold for the advisories of one snapshot. */
final class Advisories {
    private Advisories() {}

    static void checkIds(List<Advisory> advisories) {
        Set<String> ids = new HashSet<>();
        for (Advisory advisory : advisories) {
            check(ids.add(advisory.id()), "two advisories have the id " + advisory.id());
        }
    }

    static void checkLinks(Advisory advisory) {
        advisory.links().forEach(url -> Updates.checkAddress(name(advisory), url));
        advisory.fixes().stream()
                .map(Advisory.Fix::address)
                .filter(Objects::nonNull)
                .forEach(url -> Updates.checkAddress(name(advisory), url));
    }

    /** What a document cut short may give: advisories of the whole, each with the same content or fewer vulnerabilities and fixes. */
    static void checkSubset(List<Advisory> some, List<Advisory> all) {
        checkIds(some);
        Map<String, Advisory> whole = new HashMap<>();
        all.forEach(advisory -> whole.put(advisory.id(), advisory));
        for (Advisory advisory : some) {
            check(isPart(advisory, whole.get(advisory.id())), name(advisory) + ": not what the whole document gives");
        }
    }

    private static boolean isPart(Advisory part, @Nullable Advisory whole) {
        return whole != null
                && whole.cves().containsAll(part.cves())
                && whole.fixes().containsAll(part.fixes())
                && whole.documents().containsAll(part.documents())
                && completed(part, whole).equals(whole);
    }

    private static Advisory completed(Advisory part, Advisory whole) {
        return new Advisory(
                part.id(),
                part.title(),
                whole.cves(),
                part.published(),
                part.revised(),
                part.links(),
                whole.fixes(),
                whole.documents());
    }

    private static String name(Advisory advisory) {
        return "advisory " + advisory.id();
    }
}
