package io.patchbay.sync.engine;

import io.patchbay.audit.AuditLog;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.sync.Decided;
import io.patchbay.sync.Decision;
import io.patchbay.sync.Held;
import io.patchbay.sync.Run;
import io.patchbay.sync.review.Decisions.Verdict;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Puts into the audit log what runs do, before they do it or before anybody sees that they did. */
final class RunAudit {
    private final AuditLog log;

    RunAudit(AuditLog log) {
        this.log = log;
    }

    /** A run is about to change the catalogue. */
    void commits(String actor, Run run) throws IOException {
        log.record(actor, "commit", run.provider(), details(run));
    }

    /** A run, or an update of it, is about to be held. */
    void holds(String actor, Run run, Held held) throws IOException {
        Map<String, String> details = details(run);
        details.putAll(details(held));
        log.record(actor, "hold", run.provider(), details);
    }

    /** An operator is about to release or to reject what is held. */
    void decides(Held held, Verdict verdict, Decision decision) throws IOException {
        Map<String, String> details = details(held);
        details.put("objections", held.reason());
        details.put("reason", decision.reason());
        String action = verdict == Verdict.RELEASED ? "release" : "reject";
        log.record(decision.operator(), action, held.provider(), details);
    }

    /** An operator is about to take a decision back. */
    void forgets(Decided decided, Decision decision) throws IOException {
        Map<String, String> details = new TreeMap<>();
        details.put("update", decided.update() == null ? "" : decided.update().toString());
        details.put("content", decided.content());
        details.put("codes", decided.codes());
        details.put(
                "decided", decided.time() + (decided.released() ? " released: " : " rejected: ") + decided.reason());
        details.put("reason", decision.reason());
        log.record(decision.operator(), "forget", decided.provider(), details);
    }

    private static Map<String, String> details(Held held) {
        Map<String, String> details = new TreeMap<>();
        details.put("snapshot", held.snapshot());
        details.put("update", held.update() == null ? "" : held.update().toString());
        details.put("title", held.title());
        details.put("content", held.content());
        details.put("codes", held.codes());
        details.put("reason", held.reason());
        return details;
    }

    /** A run has ended; one whose end cannot be recorded has failed, whatever it did. */
    Run ends(String actor, Run end) {
        try {
            log.record(actor, "run", end.provider(), endDetails(end));
            return end;
        } catch (IOException e) {
            return failed(end, e);
        }
    }

    private static Map<String, String> endDetails(Run end) {
        Map<String, String> details = details(end);
        details.put("version", end.version());
        details.put("state", end.state().name());
        details.put("generation", Long.toString(end.generation()));
        details.put("reason", end.reason());
        return details;
    }

    private static Map<String, String> details(Run run) {
        Map<String, String> details = new TreeMap<>();
        details.put("run", Long.toString(run.number()));
        details.put("snapshot", run.snapshot());
        details.put("updates", Integer.toString(run.updates()));
        ChangeCounts changes = run.changes();
        if (changes != null) {
            details.put("added", Integer.toString(changes.added()));
            details.put("changed", Integer.toString(changes.changed()));
            details.put("superseded", Integer.toString(changes.superseded()));
            details.put("rated", Integer.toString(changes.rated()));
            details.put("withdrawn", Integer.toString(changes.withdrawn()));
        }
        return details;
    }

    private static Run failed(Run end, IOException cause) {
        String before = end.succeeded() ? end.state() + " (generation " + end.generation() + ")" : end.reason();
        return new Run(
                end.number(),
                end.provider(),
                end.version(),
                Run.State.FAILED,
                end.started(),
                end.ended(),
                end.activity(),
                end.done(),
                end.total(),
                end.snapshot(),
                end.updates(),
                end.changes(),
                end.generation(),
                before + "; " + cause.getMessage());
    }
}
