package io.patchbay.feeds.sdp;

import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import java.util.List;
import java.util.stream.Stream;

/** Writes what kind of update a package is and what it fixes, the reverse of {@link TypeData}. */
final class TypeDataElement {
    private static final int ARTICLE = 15;
    private static final int CVE = 40;

    private final Update update;

    TypeDataElement(Update update) {
        this.update = update;
    }

    Element element() throws InexpressibleException {
        Classification classification = update.release().classification();
        if (classification == Classification.APPLICATIONS) {
            return new Element(Namespace.SDP, "ApplicationSpecificData");
        }
        Security security = update.security();
        String word = Words.CLASSIFICATION.containsValue(classification)
                ? Words.of(Words.CLASSIFICATION, classification)
                : unknown(classification);
        Element element = new Element(Namespace.SDP, "UpdateSpecificData");
        element.with(
                "UpdateClassification", update.installation().attributes().getOrDefault(Extra.CLASSIFICATION, word));
        if (security.severity() != Severity.UNSPECIFIED) {
            element.with("MsrcSeverity", Words.of(Words.SEVERITY, security.severity()));
        }
        addBulletins(element, security);
        update.description().kbArticles().stream()
                .filter(article -> fits(article, ARTICLE))
                .limit(1)
                .forEach(article -> element.add("KBArticleID", article));
        return element;
    }

    private static String unknown(Classification classification) throws InexpressibleException {
        throw new InexpressibleException("SDP has no classification " + classification.title());
    }

    /** There is room for one bulletin; the others stand where catalogues have them, among the CVEs. */
    private static void addBulletins(Element element, Security security) {
        List<String> bulletins = security.bulletins();
        boolean first = !bulletins.isEmpty() && fits(bulletins.get(0), ARTICLE);
        if (first) {
            element.add("SecurityBulletinID", bulletins.get(0));
        }
        Stream.concat(
                        bulletins.stream().skip(first ? 1 : 0),
                        security.cves().stream().map(Cve::id).distinct())
                .filter(id -> fits(id, CVE))
                .forEach(id -> element.add("CveID", id));
    }

    private static boolean fits(String id, int most) {
        return !id.isBlank() && id.length() <= most;
    }
}
