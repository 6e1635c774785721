package io.patchbay.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real and hostile samples that are kept beside the repository, in {@code ../shared}: too large, or not ours to publish. A continuous
 * integration run ({@code CI=true}) without them fails; elsewhere one line says what was left out.
 */
public final class Samples {
    private Samples() {}

    /** A file or folder of what upstreams really published. */
    public static Optional<Path> feeds(String path) {
        return find("feeds/" + path);
    }

    /** A file or folder of hostile input. */
    public static Optional<Path> badInput(String path) {
        return find("bad-input/" + path);
    }

    /**
     * A file or folder among all samples.
     *
     * @throws AssertionError if it is missing in continuous integration
     */
    public static Optional<Path> find(String path) {
        return find(Contract.root().resolve("../shared"), path, "true".equals(System.getenv("CI")));
    }

    static Optional<Path> find(Path samples, String path, boolean required) {
        Path sample = samples.resolve(path).normalize();
        if (Files.exists(sample)) {
            return Optional.of(sample);
        }
        if (required) {
            throw new AssertionError("samples are missing: " + sample);
        }
        System.out.println("samples left out: " + sample);
        return Optional.empty();
    }
}
