package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.deployer.DropIn.State;
import io.patchbay.testkit.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Files come with the signature of whoever made them, before it, after it or without. */
class SignedFileTest extends DropInTest {
    private static SigningKey acme;
    private static SigningKey stranger;

    @BeforeAll
    static void makeKeys() {
        acme = SigningKey.of("Acme");
        stranger = SigningKey.of("Stranger");
    }

    @BeforeEach
    void pin() throws IOException {
        Path signers = Files.createDirectory(work.resolve("signers"));
        Files.write(signers.resolve("acme.asc"), acme.publicKey());
    }

    private void requireSignatures() throws IOException {
        dropIns = dropIns(SHORT_DEADLINE, true);
    }

    private void put(String name, byte[] content) throws IOException {
        Path part = Files.write(folder.resolve(name + ".part"), content);
        Files.deleteIfExists(folder.resolve(name));
        Files.move(part, folder.resolve(name));
    }

    private void putSigned(String version, SigningKey signer) throws IOException {
        byte[] jar = SampleJar.of(version).bytes();
        put("sample.jar", jar);
        put("sample.jar.asc", signer.sign(jar));
    }

    @Test
    void namesWhoSigned() throws Exception {
        putSigned("1.0.0", acme);
        scanTwice();
        assertEquals(new DropIn("sample.jar", State.STARTED, "vendor.sample", "1.0.0", "acme", ""), only());
    }

    @Test
    void tellsTheAuditLogWhoSignedForAsLongAsTheBundleIsThere() throws Exception {
        putSigned("1.0.0", acme);
        scanTwice();
        Bundle bundle = provider();
        assertEquals("acme", origins.of(bundle).get("signer"));
        assertEquals("sample.jar", origins.of(bundle).get("file"));
        Files.delete(folder.resolve("sample.jar"));
        scanTwice();
        assertEquals(Map.of(), origins.of(bundle));
    }

    @Test
    void aFileWithoutASignatureNeedsNone() throws Exception {
        put("sample.jar", SampleJar.of("1.0.0").bytes());
        scanTwice();
        assertEquals(new DropIn("sample.jar", State.STARTED, "vendor.sample", "1.0.0", "", ""), only());
    }

    @Test
    void refusesTheSignatureOfAStranger() throws Exception {
        putSigned("1.0.0", stranger);
        scanUntilNothingMoreComes();
        assertRefused("has a signature that is not right: it is none by a pinned key");
        assertTrue(Files.exists(folder.resolve("refused/sample.jar.asc")));
        assertFalse(Files.exists(folder.resolve("sample.jar.asc")));
    }

    @Test
    void refusesTheSignatureOfAnotherFile() throws Exception {
        put("sample.jar", SampleJar.of("1.0.0").bytes());
        put("sample.jar.asc", acme.sign(SampleJar.of("1.0.1").bytes()));
        scanUntilNothingMoreComes();
        assertRefused("has a signature that is not right: it is by acme, but of something else");
    }

    @Test
    void refusesWhatIsNoSignature() throws Exception {
        put("sample.jar", SampleJar.of("1.0.0").bytes());
        put("sample.jar.asc", "signed".getBytes(StandardCharsets.UTF_8));
        scanUntilNothingMoreComes();
        assertRefused("has a signature that is not right: it is not OpenPGP");
    }

    @Test
    void saysThatAPinnedKeyIsNone() throws Exception {
        Files.writeString(work.resolve("signers/acme.asc"), "key");
        putSigned("1.0.0", acme);
        scanUntilNothingMoreComes();
        assertRefused("has a signature that cannot be checked: ", "acme.asc holds no OpenPGP public key");
    }

    @Test
    void refusesAFileWithoutASignatureWhereOneIsRequired() throws Exception {
        requireSignatures();
        put("sample.jar", SampleJar.of("1.0.0").bytes());
        scanTwice();
        assertEquals(State.WAITING, only().state());
        scanUntilNothingMoreComes();
        assertRefused("is not signed, as it must be: there is no sample.jar.asc");
        assertEquals(Set.of(), running());
    }

    @Test
    void waitsForASignatureThatComesLater() throws Exception {
        requireSignatures();
        byte[] jar = SampleJar.of("1.0.0").bytes();
        put("sample.jar", jar);
        scanTwice();
        put("sample.jar.asc", acme.sign(jar));
        scanTwice();
        assertEquals("acme", only().signer());
        assertEquals(Set.of("1.0.0"), running());
    }

    @Test
    void keepsASignatureThatComesFirst() throws Exception {
        requireSignatures();
        byte[] jar = SampleJar.of("1.0.0").bytes();
        put("sample.jar.asc", acme.sign(jar));
        scanUntilNothingMoreComes();
        put("sample.jar", jar);
        scanTwice();
        assertEquals(State.STARTED, only().state());
    }

    @Test
    void aNewFileIsNotJudgedByTheSignatureOfTheOld() throws Exception {
        putSigned("1.0.0", acme);
        scanTwice();
        byte[] newer = SampleJar.of("1.1.0").bytes();
        put("sample.jar", newer);
        scanTwice();
        assertEquals(Set.of("1.0.0"), running());
        put("sample.jar.asc", acme.sign(newer));
        scanTwice();
        assertEquals(Set.of("1.1.0"), running());
    }

    @Test
    void aSignatureThatComesLaterRestartsNothing() throws Exception {
        byte[] jar = SampleJar.of("1.0.0").bytes();
        put("sample.jar", jar);
        scanTwice();
        Bundle before = provider();
        put("sample.jar.asc", acme.sign(jar));
        scanTwice();
        assertSame(before, provider());
        assertEquals("acme", only().signer());
    }

    @Test
    void stopsWhatRanUnsignedWhenItsSignatureIsNotRight() throws Exception {
        byte[] jar = SampleJar.of("1.0.0").bytes();
        put("sample.jar", jar);
        scanTwice();
        put("sample.jar.asc", stranger.sign(jar));
        scanUntilNothingMoreComes();
        assertRefused("has a signature that is not right");
        assertEquals(Set.of(), running());
    }

    @Test
    void keepsTheOldOneWhenTheNewOneIsNotSignedAsItMustBe() throws Exception {
        putSigned("1.0.0", acme);
        scanTwice();
        putSigned("1.1.0", stranger);
        scanUntilNothingMoreComes();
        assertEquals(State.REFUSED, only().state());
        assertEquals(Set.of("1.0.0"), running());
    }

    @Test
    void aFileThatDescribesAProviderIsSignedAsItIs() throws Exception {
        requireSignatures();
        byte[] file = DeclaredFileTest.EXAMPLE.getBytes(StandardCharsets.UTF_8);
        put("example.yaml", file);
        put("example.yaml.asc", acme.sign(file));
        scanTwice();
        assertEquals("acme", only().signer());
    }

    @Test
    void aTrialNeedsWhatTheFolderNeeds() throws Exception {
        requireSignatures();
        Path file = work.resolve("sample.jar");
        SampleJar.of("1.0.0").writeTo(file);
        String message =
                assertThrows(IOException.class, () -> dropIns.tryOut(file)).getMessage();
        assertEquals("sample.jar is not signed, as it must be: there is no sample.jar.asc", message);
    }
}
