package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.deployer.DropIn.State;
import io.patchbay.spi.FeedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Vendors without Java come and go like all others. */
class DeclaredFileTest extends DropInTest {
    static final String EXAMPLE =
            """
            provider: example
            vendor: Example Ltd
            feeds:
              list.json: {url: "https://vendor.example/list.json"}
            products:
              - name: Example
                releases: {feed: list.json, version: {find: $.version}}
                packages:
                  - file: example.msi
                    url: https://vendor.example/example.msi
                    found: {entry: Example}
                    install: {}
            """;

    private void drop(String name, String content, String time) throws Exception {
        Path file = Files.writeString(work.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
        Files.copy(file, folder.resolve(name + ".part"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(folder.resolve(name + ".part"), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        scanTwice();
    }

    @Test
    void runsAsABundleWhoseVersionIsWhenItWasWritten() throws Exception {
        drop("example.yaml", EXAMPLE, "2026-08-16T10:20:30.123Z");
        assertEquals(
                new DropIn("example.yaml", State.STARTED, "declared.example", "2026.8.16.102030123", "", ""), only());
        assertEquals("declared.example", provider().getSymbolicName());
    }

    @Test
    void mayEndInCapitals() throws Exception {
        drop("example.YAML", EXAMPLE, "2026-08-16T10:20:30.123Z");
        assertEquals(
                new DropIn("example.YAML", State.STARTED, "declared.example", "2026.8.16.102030123", "", ""), only());
    }

    @Test
    void standsBackForBundlesWithCode() throws Exception {
        drop("example.yaml", EXAMPLE, "2026-08-16T10:20:30Z");
        ServiceReference<FeedProvider> service = context.getServiceReference(FeedProvider.class);
        assertEquals(-1, service.getProperty(Constants.SERVICE_RANKING));
    }

    @Test
    void isReplacedAndRemoved() throws Exception {
        drop("example.yaml", EXAMPLE, "2026-08-16T10:20:30Z");
        drop("example.yaml", EXAMPLE.replace("Ltd", "Inc"), "2026-08-17T10:20:30Z");
        assertEquals(Set.of("2026.8.17.102030000"), running());
        Files.delete(folder.resolve("example.yaml"));
        scanTwice();
        assertEquals(Set.of(), running());
    }

    @Test
    void whatIsNestedWithoutEndIsRefusedAndTheOthersRun() throws Exception {
        drop("example.yaml", EXAMPLE, "2026-08-16T10:20:30Z");
        drop("deep.yaml", "provider: " + "[".repeat(20_000), "2026-08-16T10:20:30Z");
        assertEquals(Set.of("2026.8.16.102030000"), running());
        assertTrue(
                Files.readString(folder.resolve("refused/deep.yaml.reason.txt")).contains("nested too deeply"));
    }

    @Test
    void saysInWhichLineItIsWrong() throws Exception {
        drop("example.yaml", EXAMPLE.replace("vendor:", "vender:"), "2026-08-16T10:20:30Z");
        assertRefused(
                "does not describe a provider: example.yaml line 2 vender: there is no such key here; allowed are provider");
    }

    @Test
    void mustHaveTheNameOfItsProvider() throws Exception {
        drop("other.yaml", EXAMPLE, "2026-08-16T10:20:30Z");
        assertRefused(
                "other.yaml line 1 provider: a file is named by its provider: this one would have to be example.yaml");
    }

    @Test
    void aWrongChangeLeavesTheOneBefore() throws Exception {
        drop("example.yaml", EXAMPLE, "2026-08-16T10:20:30Z");
        drop("example.yaml", "vendor", "2026-08-17T10:20:30Z");
        assertEquals(State.REFUSED, only().state());
        assertTrue(only().reason()
                .contains("declared.example 2026.8.16.102030000, which was there before, keeps running"));
        assertEquals(Set.of("2026.8.16.102030000"), running());
    }

    @Test
    void isNoProgram() throws Exception {
        drop("example.yaml", "#".repeat((1 << 20) + 1), "2026-08-16T10:20:30Z");
        assertRefused("is longer than 1048576 bytes");
    }
}
