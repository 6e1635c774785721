package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The project of a new provider builds, and its tests pass, against what is shipped. */
class ProviderProjectIT {
    @TempDir
    Path folder;

    private Path write(String... arguments) throws Exception {
        return ProviderProject.write(TestEngine.distribution(), List.of(arguments), folder);
    }

    private static List<String> files(Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private static Path compile(Path project) throws IOException {
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "17", "-Xlint:all,-processing", "-Werror", "-proc:none", "-d", classes.toString()));
        arguments.addAll(files(project.resolve("src"), ".java"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)));
        Path resources = project.resolve("src/main/resources");
        for (String file : files(resources, ".yaml")) {
            Files.copy(Path.of(file), classes.resolve(resources.relativize(Path.of(file))));
        }
        return classes;
    }

    /** Runs the test of a project as its own build does. */
    private static TestExecutionSummary test(Path project, Path classes, String type, String expected)
            throws Exception {
        String root = System.setProperty("patchbay.root", project.toString());
        System.setProperty("expected", expected);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(loader.loadClass(type)))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        } finally {
            System.clearProperty("expected");
            System.setProperty("patchbay.root", root);
        }
    }

    @Test
    void itBuildsAndKeepsTheContract() throws Exception {
        Path project = write("big-vendor");
        String type = "provider.bigvendor.BigVendorProviderTest";
        Path classes = compile(project);
        assertTrue(test(project, classes, type, "").getTotalFailureCount() > 0, "nothing is expected yet");
        assertEquals(List.of(), test(project, classes, type, "update").getFailures());
        TestExecutionSummary again = test(project, classes, type, "");
        assertEquals(List.of(), again.getFailures());
        assertTrue(again.getTestsSucceededCount() > 10);
    }

    @Test
    void itsPomNamesARepositoryThatHasWhatItNeeds() throws Exception {
        Path project = write("example");
        String pom = Files.readString(project.resolve("pom.xml"));
        Path repository = TestEngine.distribution().folder().resolve("maven").normalize();
        assertTrue(pom.contains(repository.toUri().toString()), pom);
        for (String each : List.of("spi", "feeds", "cabinet", "catalog", "testkit")) {
            Path artifact = repository.resolve("io/patchbay").resolve(each);
            assertEquals(2, files(artifact, ".jar").size(), each);
            assertEquals(1, files(artifact, "-sources.jar").size(), each);
            assertEquals(1, files(artifact, ".pom").size(), each);
        }
        assertEquals(List.of(), files(project, "@"));
    }

    @Test
    void aNameThatIsNoIdIsRefused() {
        for (String name : List.of("", "Example", "a b", "../x", "7zip", "-a")) {
            assertThrows(UsageException.class, () -> write(name), name);
        }
        assertThrows(UsageException.class, this::write);
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws Exception {
        write("example");
        assertThrows(UsageException.class, () -> write("example"));
    }
}
