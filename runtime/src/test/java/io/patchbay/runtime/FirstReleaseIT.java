package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A provider as it was written for the first release, PuTTY's, runs on today's engine. It is compiled against the {@code spi} and {@code feeds}
 * of that release, which the source tree keeps, and imports them as its bundle did.
 */
class FirstReleaseIT {
    private static final Path ROOT = Path.of(System.getProperty("patchbay.root"));
    private static final String CASE = "2026-08-16-release-0.85";

    private static final String IMPORTS = "io.patchbay.feeds;version=\"[1.0,2)\",io.patchbay.model;version=\"[1.0,2)\","
            + "io.patchbay.spi;version=\"[1.0,2)\",org.jsoup.nodes;version=\"[1.24,2)\",org.jsoup.select;version=\"[1.24,2)\"";

    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="vendor.putty.PuttyProvider">
              <service><provide interface="io.patchbay.spi.FeedProvider"/></service>
              <implementation class="vendor.putty.PuttyProvider"/>
            </scr:component>
            """;

    /** The first release asked for none; a jar from then needs this file added, and nothing else. */
    private static final String POLICY = "{\"hosts\": [\"the.earth.li\"], \"types\": [\"exe\", \"msi\"]}";

    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        Path recorded = ROOT.resolve("vendor-feeds/putty").resolve(CASE);
        copy(recorded, data.resolve("feeds/first-putty").resolve(CASE));
        engine = TestEngine.start(data);
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String released(String bundle) {
        return ROOT.resolve("bundles/%1$s/baseline/io/patchbay/%1$s/0.0.1/%1$s-0.0.1.jar".formatted(bundle))
                .toString();
    }

    /** The released API, and of what the test itself runs with, jsoup and JSpecify alone. */
    private static String classPath() {
        Stream<String> libraries = Stream.of(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*/(jsoup|jspecify)-[0-9.]+\\.jar"));
        return Stream.concat(Stream.of(released("spi"), released("feeds")), libraries)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path compile() throws Exception {
        Path sources =
                Path.of(FirstReleaseIT.class.getResource("/first-release").toURI());
        Path classes = Files.createDirectories(data.resolve("classes"));
        Stream<String> options =
                Stream.of("--release", "17", "-proc:none", "-cp", classPath(), "-d", classes.toString());
        String[] arguments = Stream.concat(options, files(sources).stream().map(Path::toString))
                .toArray(String[]::new);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
        return classes;
    }

    private SampleJar jar() throws Exception {
        SampleJar jar = SampleJar.empty("vendor.putty", "0.0.1")
                .with("Import-Package", IMPORTS)
                .with("Service-Component", "OSGI-INF/putty.xml")
                .holding("META-INF/trust/policy.json", POLICY.getBytes(StandardCharsets.UTF_8))
                .holding("OSGI-INF/putty.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
        Path classes = compile();
        for (Path file : files(classes)) {
            jar.holding(classes.relativize(file).toString(), Files.readAllBytes(file));
        }
        return jar;
    }

    @Test
    void itsUpdatesAreInTheCatalogue() throws Exception {
        jar().dropInto(engine.folder("providers").resolve("putty.jar"));
        Eventually.get(engine::dropIns, dropIns -> dropIns.contains("state=STARTED"));
        assertTrue(engine.ask("patchbay:sync first-putty").contains("6"));
        String updates = engine.ask("patchbay:updates --provider first-putty");
        assertTrue(updates.contains("PuTTY MSI 0.85 (x64)"), updates);
        assertTrue(updates.contains("6 of 6 updates"), updates);
    }
}
