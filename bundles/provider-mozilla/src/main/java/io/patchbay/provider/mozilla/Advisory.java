package io.patchbay.provider.mozilla;

import io.patchbay.feeds.EnglishDate;
import io.patchbay.model.Cve;
import java.util.List;

/**
 * A security advisory: what was wrong, and in which releases it is fixed.
 *
 * @param id such as {@code mfsa2024-70}
 * @param document the name of the document that it was read from
 * @param fixes the releases of our four products; empty if it is about others
 * @param flaws what was wrong, in the order of the document; old advisories name none but a CVE or two in their prose
 */
record Advisory(
        String id,
        String document,
        String title,
        EnglishDate announced,
        Impact impact,
        List<Fix> fixes,
        List<Flaw> flaws) {
    /**
     * One thing that was wrong.
     *
     * @param id a CVE id, or Mozilla's own where none was given yet
     */
    record Flaw(String id, String title, Impact impact) {
        boolean isCve() {
            return Cve.isId(id);
        }

        Cve rated(String source) {
            return new Cve(id, title, impact.severity(), impact.raw(), null, null, source, false);
        }
    }

    /** The ratings of all that was wrong; of the advisory as a whole if it names nothing. */
    List<Impact> impacts() {
        return flaws.isEmpty()
                ? List.of(impact)
                : flaws.stream().map(Flaw::impact).toList();
    }

    List<Cve> cves() {
        return flaws.stream().filter(Flaw::isCve).map(flaw -> flaw.rated(id)).toList();
    }

    /** The page for people. */
    String page() {
        return "https://www.mozilla.org/en-US/security/advisories/" + id + '/';
    }
}
