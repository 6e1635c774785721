package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.Supersession;
import io.patchbay.catalog.view.AdvisoryFacts;
import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.Facts;
import io.patchbay.catalog.view.Offered;
import io.patchbay.catalog.view.Plan;
import io.patchbay.catalog.view.Planner;
import io.patchbay.catalog.view.Row;
import io.patchbay.catalog.view.View;
import io.patchbay.catalog.view.Words;
import io.patchbay.feeds.AdvisoryJson;
import io.patchbay.feeds.Sha256;
import io.patchbay.feeds.UpdateBuffer;
import io.patchbay.model.Advisory;
import io.patchbay.model.Description.Text;
import io.patchbay.model.Line;
import io.patchbay.model.Part;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a provider says with the view it began with, and keeps aside only what differs. */
final class SqliteCandidate implements Candidate {
    private final CatalogService catalog;
    private final String provider;
    private final Snapshot snapshot;
    private final String fingerprint;
    private final @Nullable Committed before;
    private final View base;
    private final Staging staging;
    private final UpdateBuffer buffer = new UpdateBuffer();
    private final MessageDigest sha256 = Sha256.newDigest();
    /** What the snapshot gave, by the keys of its rows. */
    private final BitSet given = new BitSet();
    /** What stays whether the snapshot gives it or not. */
    private final BitSet kept = new BitSet();

    private final Set<UpdateId> added = new HashSet<>();
    private final Set<String> advisories = new HashSet<>();
    private final Pool pool = new Pool();
    private final List<byte[]> notes = new ArrayList<>();
    private int noted;
    private @Nullable Plan plan;

    /** Begins with what the provider committed last; null if nothing. */
    SqliteCandidate(
            CatalogService catalog,
            String provider,
            Snapshot snapshot,
            String fingerprint,
            @Nullable Committed before,
            View base,
            Staging staging) {
        this.catalog = catalog;
        this.provider = provider;
        this.snapshot = snapshot;
        this.fingerprint = fingerprint;
        this.before = before;
        this.base = base;
        this.staging = staging;
    }

    @Override
    public boolean add(Update update) throws FeedException {
        plan = null;
        Row live = base.said(update.id(), provider);
        if (live != null) {
            see(update, live);
        }
        ByteBuffer document = buffer.write(update);
        ContentHash hash = ContentHash.of(sha256, document);
        if (live == null && !added.add(update.id())) {
            throw duplicate(update);
        }
        if (live != null && live.hash().equals(hash)) {
            return false;
        }
        staging.add(live == null ? 0 : live.key(), hash, Facts.of(update), document, words(update));
        return true;
    }

    @Override
    public void add(Advisory advisory) throws FeedException {
        plan = null;
        if (!advisories.add(advisory.id())) {
            throw new FeedException(snapshot.name(), "advisory " + advisory.id(), "the snapshot gives it twice");
        }
        byte[] document = AdvisoryJson.write(advisory);
        ContentHash hash = ContentHash.of(sha256, ByteBuffer.wrap(document));
        AdvisoryFacts live = base.advisories().find(provider, advisory.id());
        if (live == null || !live.hash().equals(hash)) {
            staging.add(AdvisoryFacts.of(provider, advisory, hash, pool::text), document);
        }
    }

    @Override
    public void unchanged(UpdateId id) throws FeedException {
        plan = null;
        Row live = base.said(id, provider);
        if (live == null || live.state() == State.WITHDRAWN) {
            throw new FeedException(
                    snapshot.name(), "update " + id, "said to be unchanged, but not in the last commit");
        }
        if (given.get(live.key())) {
            throw new FeedException(snapshot.name(), "update " + id, "the snapshot gives it twice");
        }
        given.set(live.key());
    }

    @Override
    public void note(byte[] bytes) throws FeedException {
        if (bytes.length > UpdateSink.MOST_NOTED - noted) {
            String problem = "the provider notes more than " + UpdateSink.MOST_NOTED + " bytes";
            throw new FeedException(Code.LIMIT, snapshot.name(), "", problem);
        }
        notes.add(bytes.clone());
        noted += bytes.length;
    }

    @Override
    public void keep(UpdateId id) {
        plan = null;
        Row live = base.said(id, provider);
        if (live != null && live.state() != State.WITHDRAWN) {
            given.set(live.key());
        }
    }

    @Override
    public void keep(Line line) {
        plan = null;
        for (int key = 1; key <= base.size(); key++) {
            Row row = base.said(key);
            if (row.provider().equals(provider) && row.state() != State.WITHDRAWN && row.isOf(line)) {
                kept.set(key);
            }
        }
    }

    private BitSet seen() {
        BitSet seen = (BitSet) given.clone();
        seen.or(kept);
        return seen;
    }

    private void see(Update update, Row live) throws FeedException {
        if (given.get(live.key())) {
            throw duplicate(update);
        }
        given.set(live.key());
    }

    private static FeedException duplicate(Update update) {
        return refused(update, "the snapshot gives it twice");
    }

    private static FeedException refused(Update update, String problem) {
        String document = update.sources().getOrDefault(Part.RELEASE, "snapshot");
        return new FeedException(document, "update " + update.id(), problem);
    }

    /** What is searched besides the names of products, which the view knows. */
    private static String words(Update update) {
        StringBuilder text = new StringBuilder(update.description().title());
        Text texts = update.description().texts().get(update.description().defaultLanguage());
        if (texts != null) {
            text.append('\n').append(texts.description());
        }
        update.description()
                .kbArticles()
                .forEach(kb -> text.append("\n").append(kb).append("\nKB").append(kb));
        update.security().bulletins().forEach(bulletin -> text.append('\n').append(bulletin));
        update.security().cves().forEach(cve -> text.append('\n').append(cve.id()));
        return Words.of(text.toString());
    }

    @Override
    public Review review() {
        View current = catalog.current();
        Plan next = plan(current);
        List<Supersession> circles = new ArrayList<>(next.after().brokenLinks());
        circles.removeAll(current.brokenLinks());
        return new Review(next.counts(), Offered.current(current, provider), circles);
    }

    /** What would become of this view; worked out once for a review and the commit after it. */
    Plan plan(View view) {
        if (plan == null || plan.after().generation() != view.generation() + 1) {
            Planner planner = new Planner(view, provider, snapshot.extent(), seen(), catalog.today());
            staging.forEach(planner::stage);
            planner.stage(advisories, staging.advisories());
            plan = planner.plan();
        }
        return plan;
    }

    @Override
    public Optional<Generation> commit() {
        return catalog.commit(this);
    }

    String provider() {
        return provider;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    @Nullable
    Committed before() {
        return before;
    }

    /** What is to be remembered of its commit. */
    Committed committed(long generation) {
        return new Committed(snapshot.name(), fingerprint, snapshot.anchor(), generation);
    }

    Staging staging() {
        return staging;
    }

    /** All that was noted. */
    byte[] notes() {
        ByteBuffer all = ByteBuffer.allocate(noted);
        notes.forEach(all::put);
        return all.array();
    }

    @Override
    public void close() {
        staging.close();
    }
}
