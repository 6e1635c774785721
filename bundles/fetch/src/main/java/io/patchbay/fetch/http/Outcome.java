package io.patchbay.fetch.http;

import io.patchbay.spi.Document;
import java.net.URI;

/** What one request came to. */
sealed interface Outcome {
    /** The document is there. */
    record Done(Document document) implements Outcome {}

    /** It is somewhere else. */
    record Redirected(URI target) implements Outcome {}
}
