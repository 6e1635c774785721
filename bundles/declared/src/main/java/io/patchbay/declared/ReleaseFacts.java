package io.patchbay.declared;

import io.patchbay.declared.Expression.Found;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.CveText;
import io.patchbay.feeds.EnglishDate;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a release besides its version, and how each is had; all may be left out.
 *
 * @param released the day
 * @param days how days are written, if not in the ways that everybody knows
 * @param notes the page about it
 * @param text what is new
 * @param cves a text that names vulnerabilities which it fixes
 * @param severity the vendor's word of how bad they are
 * @param security a text that is there only if it fixes one
 */
record ReleaseFacts(
        Optional<Expression> released,
        @Nullable DateTimeFormatter days,
        Optional<Expression> notes,
        Optional<Expression> text,
        Optional<Expression> cves,
        Optional<Expression> severity,
        Optional<Expression> security) {
    private static final OffsetDateTime SAMPLE = OffsetDateTime.of(2026, 8, 16, 13, 14, 15, 0, ZoneOffset.UTC);

    static ReleaseFacts read(Setting setting, Vocabulary words) throws DeclarationException {
        return new ReleaseFacts(
                Expression.find(setting, "released", words),
                days(setting),
                Expression.find(setting, "notes", words),
                Expression.find(setting, "text", words),
                Expression.find(setting, "cves", words),
                Expression.find(setting, "severity", words),
                Expression.find(setting, "security", words));
    }

    private static @Nullable DateTimeFormatter days(Setting setting) throws DeclarationException {
        Optional<Setting> pattern = setting.find("date-format");
        return pattern.isEmpty() ? null : days(pattern.get(), pattern.get().text());
    }

    /** By a pattern that has all of a day; one that takes minutes for months does not. */
    private static DateTimeFormatter days(Setting setting, String pattern) throws DeclarationException {
        try {
            DateTimeFormatter days = strict(pattern);
            if (LocalDate.parse(SAMPLE.format(days), days).equals(SAMPLE.toLocalDate())) {
                return days;
            }
        } catch (IllegalArgumentException e) {
            throw setting.problem("not a pattern for dates: " + e.getMessage(), e);
        } catch (DateTimeParseException e) {
            // Falls to the one message for everything that is not enough of a day.
        }
        throw setting.expected("a pattern with day, month and year, such as d.M.yyyy");
    }

    /** So that there is no 31st of February. A year is one of ours, though a pattern seldom says so. */
    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<Found> value(Optional<Expression> expression, Scope scope)
            throws IOException, FeedException {
        return expression.isEmpty() ? Optional.empty() : expression.get().value(scope);
    }

    @Nullable
    LocalDate released(Scope scope) throws IOException, FeedException {
        Optional<Found> found = value(released, scope);
        return found.isEmpty() ? null : day(found.get());
    }

    private LocalDate day(Found found) throws FeedException {
        String text = found.text().strip();
        try {
            if (days != null) {
                return LocalDate.parse(text, days);
            }
            Optional<LocalDate> english = EnglishDate.read(text).flatMap(date -> Optional.ofNullable(date.day()));
            return english.isPresent() ? english.get() : iso(text);
        } catch (DateTimeParseException e) {
            throw found.failure("a day");
        }
    }

    private static LocalDate iso(String text) {
        return text.length() <= "2026-08-16".length()
                ? LocalDate.parse(text)
                : OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDate();
    }

    @Nullable
    URI notes(Scope scope) throws IOException, FeedException {
        Optional<Found> found = value(notes, scope);
        return found.isEmpty() ? null : Addresses.https(found.get());
    }

    String text(Scope scope) throws IOException, FeedException {
        return value(text, scope).map(Found::text).orElse("");
    }

    /** What the release names, as the records of the CVE list rate it, or else its own words. */
    List<Cve> cves(Scope scope, List<CveRecord> records) throws IOException, FeedException {
        Optional<Found> found = value(cves, scope);
        return found.isEmpty()
                ? List.of()
                : CveList.rate(
                        records, CveText.read(found.get().text(), found.get().document()));
    }

    /** The vendor's own rating goes before that of others. */
    Security security(Scope scope, List<Cve> fixed) throws IOException, FeedException {
        Optional<Found> word = value(severity, scope);
        if (word.isEmpty()) {
            return Security.worstOf(List.of(), fixed);
        }
        Severity rated = Severity.ofWord(word.get().text())
                .orElseThrow(() -> word.get().failure("critical, high, important, moderate, medium or low"));
        return new Security(rated, word.get().text(), List.of(), fixed);
    }

    boolean isSecure(Scope scope, Security rated) throws IOException, FeedException {
        return rated.severity() != Severity.UNSPECIFIED
                || value(security, scope).isPresent();
    }
}
