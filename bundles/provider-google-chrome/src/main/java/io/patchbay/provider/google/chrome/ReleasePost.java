package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.Post;
import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post of the release blog about stable releases for desktops.
 *
 * @param versions the versions that it is about
 * @param cves what they fix
 * @param secure whether they fix vulnerabilities, with or without a CVE
 * @param page its address; null if the blog gives none
 */
record ReleasePost(Set<String> versions, List<Cve> cves, boolean secure, @Nullable URI page) {
    private static final String SOURCE = "Chrome Releases";

    /** {@code 152.0.7977.82/.83} is two versions. */
    private static final Pattern VERSIONS =
            Pattern.compile("\\b([0-9]+\\.[0-9]+\\.[0-9]+\\.)([0-9]+(?:/\\.?[0-9]+\\b(?!\\.[0-9]))*)");

    private static final Pattern RATED =
            Pattern.compile("\\b(Critical|High|Medium|Low)\\s+(CVE-[0-9]{4}-[0-9]{4,19})\\b:?\\s*([^.\\[]{0,200})");
    private static final Pattern IN_THE_WILD = Pattern.compile("Google is aware [^.]{0,300}");
    private static final Pattern SECURITY = Pattern.compile("security fix|CVE-[0-9]", Pattern.CASE_INSENSITIVE);

    /** Not those about other systems, and not those about builds that only a few get. */
    static boolean isOf(Post post) {
        String title = post.title();
        return title.contains("Stable") && title.contains("Desktop") && !title.contains("Early");
    }

    static ReleasePost read(Post post) {
        String text = post.text();
        return new ReleasePost(
                versions(text), cves(text), SECURITY.matcher(text).find(), post.link());
    }

    private static Set<String> versions(String text) {
        Set<String> versions = new HashSet<>();
        VERSIONS.matcher(text).results().forEach(match -> {
            for (String last : match.group(2).split("/\\.?")) {
                versions.add(match.group(1) + last);
            }
        });
        return versions;
    }

    /** In the order of the post; those that have no rating beside them are named further up, or were published without one. */
    private static List<Cve> cves(String text) {
        List<String> inTheWild = IN_THE_WILD
                .matcher(text)
                .results()
                .flatMap(sentence -> Cve.idsIn(sentence.group()).stream())
                .toList();
        Map<String, Cve> cves = new LinkedHashMap<>();
        RATED.matcher(text).results().forEach(match -> cves.putIfAbsent(match.group(2), rated(match, inTheWild)));
        Cve.idsIn(text)
                .forEach(id -> cves.computeIfAbsent(
                        id,
                        unrated -> new Cve(
                                unrated, "", Severity.UNSPECIFIED, null, null, null, SOURCE, inTheWild.contains(id))));
        return List.copyOf(cves.values());
    }

    private static Cve rated(MatchResult match, List<String> inTheWild) {
        return new Cve(
                match.group(2),
                match.group(3).strip(),
                Severity.ofWord(match.group(1)).orElse(Severity.UNSPECIFIED),
                match.group(1),
                null,
                null,
                SOURCE,
                inTheWild.contains(match.group(2)));
    }
}
