package io.patchbay.shell;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.deployer.DropIn;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Feed;
import io.patchbay.sync.Decided;
import io.patchbay.sync.Examination;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import io.patchbay.sync.Held;
import io.patchbay.sync.Objection;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of runs and providers, as scripts read it; the names are an interface, as those of {@link UpdateFields}. */
final class RunFields {
    private RunFields() {}

    static Map<String, @Nullable Object> of(Run run) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("run", run.number());
        fields.put("provider", run.provider());
        fields.put("providerVersion", run.version());
        fields.put("state", UpdateFields.word(run.state()));
        fields.put("started", run.started());
        fields.put("ended", run.ended());
        fields.put("activity", run.activity());
        fields.put("done", run.done());
        fields.put("total", run.total());
        fields.put("snapshot", run.snapshot());
        fields.put("updates", run.updates());
        fields.put("changes", run.changes() == null ? null : of(run.changes()));
        fields.put("generation", run.generation());
        fields.put("reason", run.reason());
        return fields;
    }

    static Map<String, Object> of(ChangeCounts changes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("added", changes.added());
        fields.put("changed", changes.changed());
        fields.put("superseded", changes.superseded());
        fields.put("rated", changes.rated());
        fields.put("withdrawn", changes.withdrawn());
        fields.put("unchanged", changes.unchanged());
        return fields;
    }

    /** A provider, with the file that it was dropped in as; null if the engine ships it. */
    static Map<String, @Nullable Object> of(ProviderStatus status, @Nullable DropIn jar) {
        Map<String, @Nullable Object> fields = of(status);
        fields.put("file", jar == null ? "" : jar.file());
        fields.put("signer", jar == null ? "" : jar.signer());
        return fields;
    }

    static Map<String, @Nullable Object> of(ProviderStatus status) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", status.id());
        fields.put("presence", UpdateFields.word(status.presence()));
        fields.put("bundle", status.bundle());
        fields.put("version", status.version());
        fields.put("vendor", status.info() == null ? null : status.info().vendor());
        fields.put("products", products(status));
        fields.put("live", status.live());
        fields.put("lastRun", status.last() == null ? null : of(status.last()));
        fields.put("lastSuccess", status.lastSuccess());
        fields.put("held", status.held());
        fields.put("isolated", status.isolated());
        fields.put("freshness", UpdateFields.word(status.freshness()));
        fields.put("note", status.note());
        return fields;
    }

    /** A jar of the drop-in folder that does not run, in the form of a provider. */
    static Map<String, @Nullable Object> of(DropIn jar) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", "");
        fields.put("presence", UpdateFields.word(jar.state()));
        fields.put("bundle", jar.symbolicName());
        fields.put("version", jar.version());
        fields.put("vendor", null);
        fields.put("products", List.of());
        fields.put("live", 0);
        fields.put("lastRun", null);
        fields.put("lastSuccess", null);
        fields.put("held", false);
        fields.put("isolated", false);
        fields.put("freshness", UpdateFields.word(Freshness.NEVER));
        fields.put("note", ProviderCommands.note(jar));
        fields.put("file", jar.file());
        fields.put("signer", jar.signer());
        return fields;
    }

    static List<String> products(ProviderStatus status) {
        return status.info() == null
                ? List.of()
                : status.info().products().stream().map(p -> p.name()).toList();
    }

    static Map<String, @Nullable Object> of(String provider, FeedStatus status) {
        Feed feed = status.feed();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", provider);
        fields.put("feed", feed.name());
        fields.put("url", feed.url());
        fields.put("format", UpdateFields.word(feed.format()));
        fields.put("sizeLimit", feed.sizeLimit());
        fields.put("freshness", feed.freshness());
        fields.put("fetched", status.fetched());
        fields.put("changed", status.changed());
        fields.put("state", UpdateFields.word(status.freshness()));
        fields.put("note", status.note());
        fields.put("signer", feed.signer());
        return fields;
    }

    /** What a review objects to: of the whole run first, without an update. */
    static List<Map<String, @Nullable Object>> objections(Examination review) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        review.run().forEach(objection -> all.add(objection(null, objection)));
        review.updates()
                .forEach((id, objections) -> objections.forEach(objection -> all.add(objection(id, objection))));
        return all;
    }

    private static Map<String, @Nullable Object> objection(@Nullable UpdateId update, Objection objection) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("update", update);
        fields.putAll(of(objection));
        return fields;
    }

    private static Map<String, Object> of(Objection objection) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", objection.code());
        fields.put("detail", objection.detail());
        return fields;
    }

    static Map<String, @Nullable Object> of(Decided decided) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", decided.provider());
        fields.put("time", decided.time());
        fields.put("decided", decided.released() ? "released" : "rejected");
        fields.put("update", decided.update());
        fields.put("content", decided.content());
        fields.put("codes", decided.codes());
        fields.put("reason", decided.reason());
        return fields;
    }

    static Map<String, @Nullable Object> of(Held held) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", held.provider());
        fields.put("run", held.run());
        fields.put("since", held.since());
        fields.put("snapshot", held.snapshot());
        fields.put("update", held.update());
        fields.put("title", held.title());
        fields.put("objections", held.objections().stream().map(RunFields::of).toList());
        fields.put("changes", held.changes() == null ? null : of(held.changes()));
        return fields;
    }
}
