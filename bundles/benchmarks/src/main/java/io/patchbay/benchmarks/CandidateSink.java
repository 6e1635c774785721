package io.patchbay.benchmarks;

import io.patchbay.catalog.Candidate;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;

/** Passes what a provider hands over to the catalogue. */
record CandidateSink(Candidate candidate) implements UpdateSink {
    @Override
    public void accept(Update update) throws FeedException {
        candidate.add(update);
    }

    @Override
    public void unchanged(UpdateId id) throws FeedException {
        candidate.unchanged(id);
    }

    @Override
    public boolean keepsNotes() {
        return true;
    }

    @Override
    public void note(byte[] bytes) throws FeedException {
        candidate.note(bytes);
    }
}
