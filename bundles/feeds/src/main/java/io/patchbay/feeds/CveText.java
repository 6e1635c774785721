package io.patchbay.feeds;

import io.patchbay.model.Cve;
import io.patchbay.model.VersionScheme;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** What a text for people says of vulnerabilities: which, how bad each is, and which are used in attacks. */
public final class CveText {
    /** {@code Critical CVE-2021-30544: Use after free in BFCache. Reported by…}. */
    private static final Pattern RATED = Pattern.compile(
            "\\b(Critical|High|Important|Medium|Moderate|Low)\\s+(CVE-[0-9]{4}-[0-9]{4,19})\\b:?\\s*([^.\\[]{0,200})");

    /**
     * {@code aware that an exploit for CVE-2021-30551 exists in the wild}, {@code a report that CVE-2021-28550 has been exploited in the wild},
     * {@code An exploit built on this vulnerability has been discovered in the wild}.
     */
    private static final Pattern ATTACKS = Pattern.compile("(?<!\\b(?:not|no|any)\\s)(?<!\\bnot\\s[a-z]{1,20}\\s)"
            + "\\b(?:(?:aware|reports?)\\s+(?:of|that)\\b[^.]{0,300}?"
            + "|[Aa]n\\s+exploit\\b[^.]{0,300}?\\bhas\\s+been\\s+discovered\\s+)\\bin\\s+the\\s+wild\\b");

    /** {@code VLC media player 3.0.20 and earlier}. */
    private static final Pattern LAST_AFFECTED = Pattern.compile("\\b([0-9][\\w.]*) and (?:earlier|older|prior)\\b");

    /** Most texts tell of none, which one word shows sooner than the pattern. */
    private static final String ATTACKED = "wild";

    private CveText() {}

    /**
     * The vulnerabilities that a text names, each once: first those with a rating before the id, then those without one, both in its order.
     *
     * @param source who says so, such as the name of a document
     */
    public static List<Cve> read(String text, String source) {
        List<String> ids = Cve.idsIn(text);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Cve> cves = new LinkedHashMap<>();
        RATED.matcher(text)
                .results()
                .map(match -> rated(match, source))
                .forEach(cve -> cves.putIfAbsent(cve.id(), cve));
        ids.forEach(id -> cves.putIfAbsent(id, Cve.unrated(id, "", source)));
        return marked(cves.values(), text);
    }

    private static Cve rated(MatchResult match, String source) {
        return Cve.rated(match.group(2), match.group(3).strip(), match.group(1), source);
    }

    /** The same, of which those are used in attacks of which a sentence of the text says so: <q>in the wild</q>. */
    public static List<Cve> marked(Collection<Cve> cves, String text) {
        if (!text.contains(ATTACKED)) {
            return List.copyOf(cves);
        }
        Set<String> attacked = ATTACKS.matcher(text)
                .results()
                .flatMap(sentence -> Cve.idsIn(sentence.group()).stream())
                .collect(Collectors.toSet());
        return cves.stream()
                .map(cve -> attacked.contains(cve.id()) ? cve.asExploited() : cve)
                .toList();
    }

    /** As above, by a page, of which few tell of attacks: to put its text together takes longer than to look for a word. */
    public static List<Cve> marked(Collection<Cve> cves, Element page) {
        return Html.has(page, ATTACKED) ? marked(cves, page.text()) : List.copyOf(cves);
    }

    /** The last version that by a text is affected with all before it, {@code 3.0.20 and earlier}; empty if it tells of none. */
    public static Optional<String> lastAffected(String text, VersionScheme scheme) {
        return LAST_AFFECTED
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(scheme::accepts)
                .max(scheme.comparator());
    }

    /** Whether a text about a vulnerability says that it is used in attacks, whether it names its id or not. */
    public static boolean tellsOfAttacks(String text) {
        return text.contains(ATTACKED) && ATTACKS.matcher(text).find();
    }
}
