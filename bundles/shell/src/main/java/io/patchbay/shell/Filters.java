package io.patchbay.shell;

import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Evidence;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The filters that several commands share. */
final class Filters {
    private static final Pattern KB = Pattern.compile("(?i)(KB *)?[^ ,;]+");
    private static final Pattern CVE = Pattern.compile("(?i)CVE-[0-9]{4}-[0-9]{4,19}");
    private static final Pattern SCORE = Pattern.compile("[0-9](\\.[0-9])?|10(\\.0)?");

    private Filters() {}

    /** Adds the filters to what a command accepts. */
    static Usage in(Usage usage) {
        return usage.with("--text", "WORDS", "words in title, description, products, KB, CVE or bulletin")
                .with("--product", "NAME", "a product or product family")
                .with("--family", "NAME", "a product family")
                .with("--vendor", "NAME", "a company")
                .with("--provider", "ID", "a provider")
                .with("--severity", "SEVERITY", "critical, important, moderate, low or unspecified")
                .with("--min-severity", "SEVERITY", "this severity or a worse one")
                .with("--exploited", "YES/NO", "whether a vulnerability that it fixes is used in attacks")
                .with("--min-cvss", "SCORE", "fixes a vulnerability of this CVSS base score, 0 to 10, or a higher one")
                .with("--classification", "NAME", "such as \"Security Updates\"")
                .with("--kb", "NUMBER", "a KB article")
                .with("--cve", "ID", "a CVE")
                .with("--bulletin", "ID", "a bulletin or advisory")
                .with("--architecture", "NAME", "x86, x64, arm64, ...; finds what is for any, too")
                .with("--language", "NAME", "a language, such as en; finds en-US, and what is for all, too")
                .with("--reboot", "WHEN", "never, can-request or always")
                .with("--eula", "YES/NO", "whether a licence must be accepted")
                .with("--evidence", "GRADE", "how well its files are proven: A, B, C, D or X (contradiction)")
                .with("--min-evidence", "GRADE", "this grade or a better one")
                .with(
                        "--current",
                        "YES/NO",
                        "whether it is given out and nothing newer that is replaces it, or its bundles")
                .with("--part", "YES/NO", "whether bundles install it")
                .with("--rollout", "STAGE", "complete, offered, exists or settling")
                .with("--superseded", "YES/NO", "whether a newer update replaces it")
                .with("--state", "STATE", "published, expired or withdrawn")
                .with(
                        "--type",
                        "TYPE",
                        "software, bundle, driver, category or detectoid (default: what can be installed)")
                .with("--from", "DATE", "released on this day or later")
                .with("--to", "DATE", "released on this day or earlier");
    }

    /** Reads the filters that were given. */
    static QueryBuilder read(Arguments arguments) throws CommandException {
        QueryBuilder query = Query.builder();
        arguments.text("--text").ifPresent(query::text);
        arguments.text("--product").ifPresent(query::product);
        arguments.text("--family").ifPresent(query::family);
        arguments.text("--vendor").ifPresent(query::vendor);
        arguments.text("--provider").ifPresent(query::provider);
        arguments.text("--kb", KB, "one KB article such as 5016616").ifPresent(query::kb);
        arguments.text("--cve", CVE, "a CVE id such as CVE-2022-34713").ifPresent(query::cve);
        arguments.text("--bulletin").ifPresent(query::bulletin);
        arguments.text("--language").ifPresent(query::language);
        readChoices(arguments, query);
        arguments.yesOrNo("--exploited").ifPresent(query::exploited);
        arguments
                .text("--min-cvss", SCORE, "a CVSS base score from 0 to 10, such as 7.0")
                .map(Double::valueOf)
                .ifPresent(query::scoreAtLeast);
        arguments.yesOrNo("--eula").ifPresent(query::eula);
        arguments.yesOrNo("--current").ifPresent(query::current);
        arguments.yesOrNo("--part").ifPresent(query::part);
        arguments.yesOrNo("--superseded").ifPresent(query::superseded);
        readDays(arguments, query);
        return query;
    }

    private static void readDays(Arguments arguments, QueryBuilder query) throws CommandException {
        Optional<LocalDate> from = arguments.date("--from");
        Optional<LocalDate> to = arguments.date("--to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new CommandException(
                    arguments.usage().command() + ": --from " + from.get() + " is after --to " + to.get());
        }
        from.ifPresent(query::releasedFrom);
        to.ifPresent(query::releasedTo);
    }

    private static void readChoices(Arguments arguments, QueryBuilder query) throws CommandException {
        arguments.choice("--severity", Severity.values(), Severity::title).ifPresent(query::severity);
        arguments.choice("--min-severity", Severity.values(), Severity::title).ifPresent(query::severityAtLeast);
        arguments
                .choice("--classification", Classification.values(), Classification::title)
                .ifPresent(query::classification);
        arguments
                .choice("--architecture", Architecture.values(), Architecture::title)
                .ifPresent(query::architecture);
        arguments.choice("--reboot", Reboot.values(), Reboot::title).ifPresent(query::reboot);
        arguments.choice("--evidence", Evidence.values(), Evidence::name).ifPresent(query::evidence);
        arguments.choice("--min-evidence", Evidence.values(), Evidence::name).ifPresent(query::evidenceAtLeast);
        arguments.choice("--rollout", Rollout.values(), UpdateFields::word).ifPresent(query::rollout);
        arguments.choice("--state", Entry.State.values(), UpdateFields::word).ifPresent(query::state);
        arguments.choice("--type", UpdateType.values(), UpdateFields::word).ifPresent(query::type);
    }
}
