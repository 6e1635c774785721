package io.patchbay.testkit;

import java.io.IOException;

/** What a {@link FakeUpstream} does when it is asked: a {@link Reply} or a {@link Fault}. */
public sealed interface Answer permits Reply, Fault {
    /** Answers the request; afterwards the connection is closed. */
    void play(RecordedRequest request, Wire wire) throws IOException;
}
