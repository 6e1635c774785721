package io.patchbay.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.isolation.wire.Configured;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.Link;
import io.patchbay.spi.ProviderInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

/** What is configured for a provider's components reaches them in their process, and nobody else. */
class ConfiguredProviderTest {
    private static final String SECRET = "CorrectHorseBatteryStaple";

    @TempDir
    Path work;

    private static Configured catalog(String id, Object products) throws IOException {
        Map<String, Object> properties = Map.of(
                "id",
                id,
                "vendor",
                "Example",
                "url",
                "https://example.org/" + id,
                "products",
                products,
                ".key",
                SECRET);
        return Configured.of("io.patchbay.sdp", true, properties);
    }

    private Child start(List<Configured> configurations) throws IOException {
        Path jar = TestCommand.jar("provider-sdp");
        return Child.start(TestCommand.withHeap(64), "sdp 1.0.0", jar, configurations, work.resolve("child"));
    }

    private List<ProviderInfo> infos(Configured... configurations) throws Exception {
        return IsolatedProvider.of(() -> start(List.of(configurations))).stream()
                .map(IsolatedProvider::info)
                .toList();
    }

    @Test
    void eachConfigurationOfAFactoryMakesAProvider() throws Exception {
        List<String> ids = infos(catalog("hp", "Tools"), catalog("dell", "Tools")).stream()
                .map(ProviderInfo::id)
                .sorted()
                .toList();
        assertEquals(List.of("dell", "hp"), ids);
    }

    @Test
    void valuesKeepTheirTypes() throws Exception {
        String[] products = {"One, and a half", "Two \"= 3\\"};
        ProviderInfo info = infos(catalog("hp", products)).get(0);
        assertEquals(
                List.of(products),
                info.products().stream().map(product -> product.name()).toList());
        Map<String, Object> numbers = Map.of("whole", 3, "long", 4L, "yes", true);
        assertEquals(
                numbers,
                FrameworkUtil.asMap(Configured.of("pid", false, numbers).dictionary()));
    }

    @Test
    void aLineIsAListByItsCommas() throws Exception {
        ProviderInfo info = infos(catalog("hp", "EliteBook, \"Z, the\"")).get(0);
        assertEquals(
                List.of("EliteBook", "Z, the"),
                info.products().stream().map(product -> product.name()).toList());
    }

    @Test
    void aConfigurationThatIsMissingOrWrongMakesNone() throws Exception {
        assertEquals(List.of(), infos());
        assertEquals(List.of(), infos(Configured.of("io.patchbay.sdp", true, Map.of("id", "hp"))));
    }

    @Test
    void secretsAreInNoFileArgumentOrWord() throws Exception {
        Configured configured = catalog("hp", "Tools");
        assertFalse(configured.toString().contains(SECRET));
        try (Child child = start(List.of(configured))) {
            child.send(Kind.DESCRIBE, new byte[0]);
            assertEquals(Kind.DESCRIPTION, child.receive().kind());
            assertEquals(List.of(), filesWith(SECRET, child.folder()));
            ProcessHandle.current().children().map(ProcessHandle::info).forEach(info -> {
                assertFalse(info.commandLine().orElse("").contains(SECRET));
            });
        }
    }

    private static List<Path> filesWith(String text, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> content(file).contains(text))
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConfigurationThatIsTooLongToBeSentLeavesNoProcess() {
        Configured endless = new Configured("io.patchbay.sdp", true, "x".repeat(Link.LONGEST));
        assertThrows(IOException.class, () -> start(List.of(endless)));
        assertEquals(0, ProcessHandle.current().children().count());
        assertFalse(Files.exists(work.resolve("child")));
    }

    @Test
    void aStandInKnowsTheNamesThatComponentsAreConfiguredBy() throws Exception {
        assertEquals("io.patchbay.sdp", configuredBy("provider-sdp"));
        assertEquals("io.patchbay.provider.putty.PuttyProvider", configuredBy("provider-putty"));
    }

    private static String configuredBy(String jar) throws IOException {
        try (InputStream standIn = StandIn.of(TestCommand.jar(jar));
                JarInputStream content = new JarInputStream(standIn)) {
            return content.getManifest().getMainAttributes().getValue(StandIn.CONFIGURED_BY);
        }
    }
}
