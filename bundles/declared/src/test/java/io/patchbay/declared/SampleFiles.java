package io.patchbay.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The declarations that are shipped as samples. */
final class SampleFiles {
    private SampleFiles() {}

    static DeclaredProvider provider(String id) {
        try {
            return DeclaredProvider.parse(id + ".yaml", text(id));
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }

    static String text(String id) {
        try {
            return Files.readString(
                    Path.of(System.getProperty("patchbay.root"), "runtime/src/dist/samples/providers", id + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
