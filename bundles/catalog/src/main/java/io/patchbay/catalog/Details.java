package io.patchbay.catalog;

import io.patchbay.model.Part;
import io.patchbay.model.Update;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything about one update.
 *
 * @param entry what lists show
 * @param update the content: each part as the first provider gives it that gives one, but with all references and all updates that it
 *     replaces that any of them names, and with the vulnerabilities and the rating of advisories
 * @param provenance for each part that a provider gave, who said so and where
 * @param evidence how well each of its files is proven, in their order
 * @param statements what each provider says, in the order in which they are heard
 * @param advice what advisories say
 */
public record Details(
        Entry entry,
        Update update,
        SortedMap<Part, Provenance> provenance,
        List<FileEvidence> evidence,
        List<Statement> statements,
        List<Advice> advice) {
    public Details {
        evidence = List.copyOf(evidence);
        statements = List.copyOf(statements);
        advice = List.copyOf(advice);
    }

    /** What one provider says of it, as it gave it; empty if that does not speak of it. */
    public Optional<Update> said(String provider) {
        return statements.stream()
                .filter(statement -> statement.provider().equals(provider))
                .map(Statement::update)
                .findFirst();
    }
}
