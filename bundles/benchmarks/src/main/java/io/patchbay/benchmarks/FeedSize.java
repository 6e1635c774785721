package io.patchbay.benchmarks;

/** Recorded documents are cut down to what matters: how large documents are that a benchmark reads. */
public enum FeedSize {
    /** As they are recorded. */
    RECORDED,
    /** As upstreams send them: see {@link SentDocuments}. */
    SENT
}
