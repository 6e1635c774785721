package io.patchbay.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Children made of the class path of the tests. */
final class TestCommand {
    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .map(Path::of)
            .toList();

    private TestCommand() {}

    static ChildCommand withHeap(int megabytes) {
        List<Path> services = Stream.of(
                        "function", "promise", "org.osgi.service.component-", "felix.configadmin", "felix.scr")
                .map(TestCommand::jar)
                .toList();
        return new ChildCommand(List.of(), CLASS_PATH, exports(), services, megabytes);
    }

    /** The first on the class path whose name holds this. */
    static Path jar(String part) {
        return CLASS_PATH.stream()
                .filter(path -> path.toString().contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** What the manifests of Patchbay and of the libraries say, and of what the framework brings that of configurations. */
    private static String exports() {
        try {
            return Collections.list(ClassLoader.getSystemResources("META-INF/MANIFEST.MF")).stream()
                    .filter(manifest -> manifest.getPath().contains("configadmin")
                            || !manifest.getPath().contains("felix")
                                    && !manifest.getPath().contains("osgi"))
                    .map(TestCommand::exports)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String exports(URL manifest) {
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes().getValue("Export-Package");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
