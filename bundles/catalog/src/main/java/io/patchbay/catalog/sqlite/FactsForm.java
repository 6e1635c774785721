package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Evidence;
import io.patchbay.catalog.view.Facts;
import io.patchbay.catalog.view.LinePosition;
import io.patchbay.catalog.view.Threat;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Product;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateType;
import io.patchbay.model.VersionScheme;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How pages hold {@link Facts}, in the catalogue and in candidates. A list of texts is one text with a value a line, and
 * a product a line with tabs: facts have no control characters, so nothing in them can look like that.
 */
final class FactsForm {
    private FactsForm() {}

    static void write(PageWriter page, Facts facts) {
        page.id(facts.id());
        page.text(facts.type().name());
        page.number(facts.expired() ? 1 : 0);
        page.ownText(facts.givenTitle());
        page.text(facts.vendor());
        page.text(products(facts.products()));
        page.text(facts.version());
        write(page, facts.position());
        page.text(facts.architecture().name());
        page.text(lines(facts.languages()));
        page.text(facts.classification().name());
        page.text(facts.severity().name());
        page.text(facts.reboot().name());
        page.number(facts.eula() ? 1 : 0);
        page.text(Objects.toString(facts.released(), ""));
        page.text(facts.rollout().name());
        page.text(Objects.toString(facts.endOfLife(), ""));
        page.text(lines(facts.kbArticles()));
        page.text(lines(facts.bulletins()));
        page.text(lines(facts.cves()));
        write(page, facts.threat());
        page.ids(facts.supersedes());
        page.ids(facts.supersededBy());
        page.ids(facts.parents());
        page.ids(facts.bundled());
        Evidence evidence = facts.evidence();
        page.text(evidence == null ? "" : evidence.name());
        page.digests(facts.digests());
    }

    private static void write(PageWriter page, @Nullable LinePosition position) {
        page.text(position == null ? "" : position.scheme().name());
        if (position != null) {
            page.text(position.line());
            page.text(position.version());
        }
    }

    static void write(PageWriter page, Threat threat) {
        page.number(threat.exploited() ? 1 : 0);
        page.text(Objects.toString(threat.score(), ""));
    }

    private static String products(List<Product> products) {
        if (products.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        for (Product product : products) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(product.name())
                    .append('\t')
                    .append(product.family())
                    .append('\t')
                    .append(Objects.toString(product.category(), ""));
        }
        return lines.toString();
    }

    private static String lines(Collection<String> values) {
        return values.isEmpty() ? "" : String.join("\n", values);
    }

    static Facts read(PageReader page, Pool pool) {
        return new Facts(
                page.id(),
                UpdateType.valueOf(page.text()),
                page.number() == 1,
                pool.text(page.ownText()),
                page.text(),
                pool.products(page.text()),
                page.text(),
                position(page),
                Architecture.valueOf(page.text()),
                pool.languages(page.text()),
                Classification.valueOf(page.text()),
                Severity.valueOf(page.text()),
                Reboot.valueOf(page.text()),
                page.number() == 1,
                pool.date(page.text()),
                Rollout.valueOf(page.text()),
                pool.date(page.text()),
                pool.lines(page.text()),
                pool.lines(page.text()),
                pool.lines(page.text()),
                threat(page),
                page.ids(),
                page.ids(),
                page.ids(),
                page.ids(),
                evidence(page.text()),
                page.digests());
    }

    static Threat threat(PageReader page) {
        boolean exploited = page.number() == 1;
        String score = page.text();
        return !exploited && score.isEmpty()
                ? Threat.NONE
                : new Threat(exploited, score.isEmpty() ? null : Double.valueOf(score));
    }

    private static @Nullable Evidence evidence(String name) {
        return name.isEmpty() ? null : Evidence.valueOf(name);
    }

    private static @Nullable LinePosition position(PageReader page) {
        String scheme = page.text();
        return scheme.isEmpty() ? null : new LinePosition(page.text(), VersionScheme.valueOf(scheme), page.text());
    }
}
