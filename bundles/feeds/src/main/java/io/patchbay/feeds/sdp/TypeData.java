package io.patchbay.feeds.sdp;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code UpdateSpecificData} or {@code ApplicationSpecificData}: what kind of update a package is, and what it fixes.
 */
final class TypeData {
    private static final Pattern KB = Pattern.compile("(?i)KB(?=\\d+$)");

    final Classification classification;
    /** Whether it is what the schema calls a hotfix, for which there is no category. */
    final boolean hotfix;

    final List<String> articles = new ArrayList<>();
    private final @Nullable String rating;
    private final Severity severity;
    private final List<String> bulletins = new ArrayList<>();
    private final List<String> cves = new ArrayList<>();

    private TypeData(Classification classification, boolean hotfix, @Nullable String rating, Severity severity) {
        this.classification = classification;
        this.hotfix = hotfix;
        this.rating = rating;
        this.severity = severity;
    }

    static TypeData application() {
        return new TypeData(Classification.APPLICATIONS, false, null, Severity.UNSPECIFIED);
    }

    static TypeData update(XmlReader xml) throws IOException, FeedException {
        String kind = Attributes.text(xml, "UpdateClassification");
        boolean hotfix = kind.trim().equals(Words.HOTFIXES);
        TypeData data = new TypeData(
                hotfix
                        ? Classification.UPDATES
                        : Words.meaning(xml, "UpdateClassification", Words.CLASSIFICATION, kind),
                hotfix,
                xml.attribute("MsrcSeverity"),
                Words.read(xml, "MsrcSeverity", Words.SEVERITY, Severity.UNSPECIFIED));
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "SecurityBulletinID" -> data.bulletins.add(xml.text());
                case "CveID" -> data.addCve(xml.text());
                case "KBArticleID" -> data.articles.add(KB.matcher(xml.text()).replaceFirst(""));
                default -> throw Words.unexpected(xml, "UpdateSpecificData");
            }
        }
        return data;
    }

    /** What stands as CveID and is none, such as an advisory's number, is kept among the bulletins. */
    private void addCve(String id) {
        List<String> kind = Cve.isId(id) ? cves : bulletins;
        if (!kind.contains(id)) {
            kind.add(id);
        }
    }

    /** The package rates the update, not each vulnerability. */
    Security security(String vendor) {
        return new Security(
                severity,
                rating == null ? null : rating.trim(),
                bulletins,
                cves.stream().map(id -> Cve.unrated(id, "", vendor)).toList());
    }
}
