package io.patchbay.provider.mozilla;

import io.patchbay.feeds.EnglishDate;
import io.patchbay.feeds.Text;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.Yaml;
import io.patchbay.model.Cve;
import io.patchbay.provider.mozilla.Advisory.Flaw;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads an advisory in either form: YAML, since 2016; before, YAML front matter and prose in HTML that names the CVEs. */
final class AdvisoryReader {
    private AdvisoryReader() {}

    static Advisory read(Snapshot snapshot, Document document) throws IOException, FeedException {
        boolean prose = document.name().endsWith(".md");
        Value front = prose ? Yaml.frontMatter(snapshot, document) : Yaml.read(snapshot, document);
        Impact impact = impact(front);
        String title = front.get("title").text();
        List<Flaw> flaws = prose ? cves(Text.read(snapshot, document), title, impact) : flaws(front.get("advisories"));
        return new Advisory(id(document), document.name(), title, announced(front), impact, fixes(front), flaws);
    }

    private static String id(Document document) {
        String name = document.name();
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    private static EnglishDate announced(Value front) throws FeedException {
        Value announced = front.get("announced");
        return EnglishDate.read(announced.text()).orElseThrow(() -> announced.failure("a date"));
    }

    private static Impact impact(Value rated) throws FeedException {
        Value impact = rated.get("impact");
        return Impact.read(impact.text()).orElseThrow(() -> impact.failure("an impact"));
    }

    private static List<Fix> fixes(Value front) throws FeedException {
        List<Fix> fixes = new ArrayList<>();
        for (Value entry : front.get("fixed_in").items()) {
            if (Fix.isOurs(entry.text())) {
                fixes.add(Fix.read(entry.text()).orElseThrow(() -> entry.failure("a product and its version")));
            }
        }
        return fixes;
    }

    private static List<Flaw> flaws(Value advisories) throws FeedException {
        List<Flaw> flaws = new ArrayList<>();
        for (Map.Entry<String, Value> entry : advisories.fields().entrySet()) {
            String title = entry.getValue().optionalText("title").orElse("");
            flaws.add(new Flaw(entry.getKey(), title, impact(entry.getValue())));
        }
        return flaws;
    }

    /** Such advisories rate the whole, not each CVE. Until October 2005 ids began with CAN, and became CVE ids unchanged. */
    private static List<Flaw> cves(String text, String title, Impact impact) {
        return Cve.idsIn(text.replace("CAN-2", "CVE-2")).stream()
                .map(id -> new Flaw(id, title, impact))
                .toList();
    }
}
