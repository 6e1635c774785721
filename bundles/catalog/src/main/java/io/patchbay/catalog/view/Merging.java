package io.patchbay.catalog.view;

import io.patchbay.catalog.Evidence;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is served of an update of which several providers speak. They are heard in their order, and who no longer offers it only if nobody
 * does. What belongs together is taken from one of them: what it is filed under from the first that files it, texts from the first that has
 * a title. References, and the updates that it replaces or is replaced by, are all that any of them names. If they contradict each other in
 * a digest, no evidence is left.
 */
final class Merging {
    private final List<Row> heard;

    private Merging(List<Row> heard) {
        this.heard = heard;
    }

    /** One row of several, of which there is at least one; with the key of the first that is heard. */
    static Row of(List<Row> ranked) {
        return new Merging(heard(ranked)).row(ranked);
    }

    /** Those of several that count. */
    static List<Row> heard(List<Row> ranked) {
        List<Row> offered = ranked.stream().filter(Row::isOffered).toList();
        return offered.isEmpty() ? ranked : offered;
    }

    private Row row(List<Row> all) {
        Row first = heard.get(0);
        return new Row(
                first.key(),
                first.provider(),
                first.state(),
                first.revision(),
                first.content(),
                first.hash(),
                all.stream().map(Row::firstSeen).min(LocalDate::compareTo).orElseThrow(),
                all.stream().mapToLong(Row::generation).max().orElseThrow(),
                facts());
    }

    private Facts facts() {
        Facts first = heard.get(0).facts();
        Facts filed = first(facts -> !facts.products().isEmpty());
        Facts files = first(facts -> facts.evidence() != null);
        return new Facts(
                first.id(),
                first.type(),
                first.expired(),
                first(facts -> !facts.givenTitle().isBlank()).givenTitle(),
                filed.vendor(),
                filed.products(),
                filed.version(),
                filed.position(),
                filed.architecture(),
                filed.languages(),
                filed.classification(),
                first(facts -> facts.severity() != Severity.UNSPECIFIED).severity(),
                first(facts -> facts.reboot() != Reboot.NEVER).reboot(),
                first(Facts::eula).eula(),
                first(facts -> facts.released() != null).released(),
                filed.rollout(),
                filed.endOfLife(),
                all(Facts::kbArticles),
                all(Facts::bulletins),
                all(Facts::cves),
                heard.stream().map(row -> row.facts().threat()).reduce(Threat.NONE, Threat::worst),
                all(Facts::supersedes),
                all(Facts::supersededBy),
                first(facts -> !facts.parents().isEmpty()).parents(),
                first(facts -> !facts.bundled().isEmpty()).bundled(),
                isContradictory() ? Evidence.X : files.evidence(),
                files.digests());
    }

    /** Whether any two give files of one name different digests. */
    private boolean isContradictory() {
        for (int i = 1; i < heard.size(); i++) {
            List<DigestMark> digests = heard.get(i).facts().digests();
            if (heard.subList(0, i).stream()
                    .anyMatch(row -> DigestMark.contradict(row.facts().digests(), digests))) {
                return true;
            }
        }
        return false;
    }

    /** Those of the first of whom it holds; of the first of all, if it holds of none. */
    private Facts first(Predicate<Facts> says) {
        for (Row row : heard) {
            if (says.test(row.facts())) {
                return row.facts();
            }
        }
        return heard.get(0).facts();
    }

    private <T> List<T> all(Function<Facts, Collection<T>> values) {
        Set<T> all = new LinkedHashSet<>();
        heard.forEach(row -> all.addAll(values.apply(row.facts())));
        return List.copyOf(all);
    }
}
