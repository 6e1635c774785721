package io.patchbay.fetch.http;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is given up anyway. */
final class Quietly {
    private Quietly() {}

    static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // It is given up because of another failure, and that one is reported.
        }
    }
}
