package io.patchbay.catalog;

import io.patchbay.catalog.Entry.State;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link Query} looks for; each method narrows it as the query's component of the same name says. Not
 * thread-safe.
 */
public final class QueryBuilder {
    private @Nullable String provider;
    private @Nullable State state;
    private @Nullable UpdateType type;
    private @Nullable String kb;
    private @Nullable String cve;
    private @Nullable String bulletin;
    private @Nullable String vendor;
    private @Nullable String product;
    private @Nullable String family;
    private @Nullable Classification classification;
    private @Nullable Severity severity;
    private @Nullable Severity severityAtLeast;
    private @Nullable Boolean exploited;
    private @Nullable Double scoreAtLeast;
    private @Nullable Reboot reboot;
    private @Nullable Boolean eula;
    private @Nullable Evidence evidence;
    private @Nullable Evidence evidenceAtLeast;
    private @Nullable String language;
    private @Nullable Architecture architecture;
    private @Nullable Boolean superseded;
    private @Nullable Rollout rollout;
    private @Nullable Boolean current;
    private @Nullable Boolean part;
    private @Nullable LocalDate releasedFrom;
    private @Nullable LocalDate releasedTo;
    private @Nullable String text;
    private Query.Order order = Query.Order.RELEASED;
    private boolean descending = true;
    private int limit = 100;
    private @Nullable String cursor;

    QueryBuilder() {}

    public QueryBuilder provider(String value) {
        provider = value;
        return this;
    }

    public QueryBuilder state(State value) {
        state = value;
        return this;
    }

    public QueryBuilder type(UpdateType value) {
        type = value;
        return this;
    }

    public QueryBuilder kb(String value) {
        kb = value;
        return this;
    }

    public QueryBuilder cve(String value) {
        cve = value;
        return this;
    }

    public QueryBuilder bulletin(String value) {
        bulletin = value;
        return this;
    }

    public QueryBuilder vendor(String value) {
        vendor = value;
        return this;
    }

    public QueryBuilder product(String value) {
        product = value;
        return this;
    }

    public QueryBuilder family(String value) {
        family = value;
        return this;
    }

    public QueryBuilder classification(Classification value) {
        classification = value;
        return this;
    }

    public QueryBuilder severity(Severity value) {
        severity = value;
        return this;
    }

    public QueryBuilder severityAtLeast(Severity value) {
        severityAtLeast = value;
        return this;
    }

    public QueryBuilder exploited(boolean value) {
        exploited = value;
        return this;
    }

    public QueryBuilder scoreAtLeast(double value) {
        scoreAtLeast = value;
        return this;
    }

    public QueryBuilder reboot(Reboot value) {
        reboot = value;
        return this;
    }

    public QueryBuilder eula(boolean value) {
        eula = value;
        return this;
    }

    public QueryBuilder evidence(Evidence value) {
        evidence = value;
        return this;
    }

    public QueryBuilder evidenceAtLeast(Evidence value) {
        evidenceAtLeast = value;
        return this;
    }

    public QueryBuilder language(String value) {
        language = value;
        return this;
    }

    public QueryBuilder architecture(Architecture value) {
        architecture = value;
        return this;
    }

    public QueryBuilder superseded(boolean value) {
        superseded = value;
        return this;
    }

    public QueryBuilder rollout(Rollout value) {
        rollout = value;
        return this;
    }

    public QueryBuilder current(boolean value) {
        current = value;
        return this;
    }

    public QueryBuilder part(boolean value) {
        part = value;
        return this;
    }

    public QueryBuilder releasedFrom(LocalDate value) {
        releasedFrom = value;
        return this;
    }

    public QueryBuilder releasedTo(LocalDate value) {
        releasedTo = value;
        return this;
    }

    public QueryBuilder text(String value) {
        text = value;
        return this;
    }

    public QueryBuilder limit(int value) {
        limit = value;
        return this;
    }

    /** Sorts by this. */
    public QueryBuilder order(Query.Order value, boolean fromHighest) {
        order = value;
        descending = fromHighest;
        return this;
    }

    /** Goes on at the cursor of a {@link Page}; null starts at the first page. */
    public QueryBuilder cursor(@Nullable String value) {
        cursor = value;
        return this;
    }

    /** The query. */
    public Query build() {
        return new Query(
                provider,
                state,
                type,
                kb,
                cve,
                bulletin,
                vendor,
                product,
                family,
                classification,
                severity,
                severityAtLeast,
                exploited,
                scoreAtLeast,
                reboot,
                eula,
                evidence,
                evidenceAtLeast,
                language,
                architecture,
                superseded,
                rollout,
                current,
                part,
                releasedFrom,
                releasedTo,
                text,
                order,
                descending,
                limit,
                cursor);
    }
}
