package io.patchbay.declared;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where expressions look: in a release's part of the document that lists releases, unless they name another document.
 *
 * @param feed the list of releases
 * @param item the part of it that is about the release
 * @param names of the release, or of a file of it
 */
record Scope(Documents documents, DeclaredFeed feed, Place item, Names names) {
    Scope with(Names other) {
        return new Scope(documents, feed, item, other);
    }

    /** What to look in: the document of another feed, or the release's part. */
    Place start(@Nullable DeclaredFeed other) throws IOException, FeedException {
        return other == null ? item : documents.whole(other, names);
    }

    /** The name of the document to look in. */
    String document(@Nullable DeclaredFeed other) {
        return (other == null ? feed : other).document(names);
    }
}
