package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.testkit.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose operator pinned a key, and demands signatures. */
class SignedIT {
    private static final SigningKey ACME = SigningKey.of("Acme");

    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        Path signers = Files.createDirectories(data.resolve("conf/signers"));
        Files.write(signers.resolve("acme.asc"), ACME.publicKey());
        Files.writeString(data.resolve("conf/framework.properties"), "patchbay.signatures=required\n");
        TestEngine.publish(data, "2026-01-01", "one");
        engine = TestEngine.start(data);
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    @Test
    void whatIsSignedRunsAndWhatIsNotDoesNot() throws Exception {
        Path providers = engine.folder("providers");
        SampleJar.provider("2.0.0").dropInto(providers.resolve("unsigned.jar"));
        Path jar = data.resolve("sample.jar");
        SampleJar.provider("1.0.0").dropInto(jar);
        Files.write(providers.resolve("sample.jar.asc"), ACME.sign(Files.readAllBytes(jar)));
        Files.move(jar, providers.resolve("sample.jar"));
        String shown = Eventually.get(() -> engine.ask("patchbay:providers"), text -> text.contains("signed by acme"));
        assertTrue(
                shown.lines().anyMatch(line -> line.matches("sample +1\\.0\\.0 .* sample\\.jar, signed by acme")),
                shown);
        String installed = engine.ask("patchbay:audit --json --action install --object vendor.sample");
        assertTrue(installed.contains("\"signer\" : \"acme\""), installed);
        assertEquals(
                "",
                shown.lines().filter(line -> line.contains("2.0.0")).findAny().orElse(""));
        TestEngine.Answer tried = engine.execute(
                "patchbay:try " + providers.resolve("unsigned.jar") + " " + data.resolve("feeds/sample/2026-01-01"));
        assertTrue(tried.err().contains("is not signed, as it must be"), tried.err());
    }
}
