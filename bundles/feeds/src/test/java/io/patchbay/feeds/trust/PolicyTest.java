package io.patchbay.feeds.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {
    @Test
    void isReadFromABundle() throws IOException, FeedException {
        Policy policy =
                read("{\"hosts\": [\"Dl.Example.com\", \"*.example.org\"], \"types\": [\"MSI\"], \"http\": true,"
                        + " \"sha1\": true, \"arguments\": [\"/S\"]}");
        Set<String> hosts = Set.of("dl.example.com", "*.example.org");
        assertEquals(new Policy(hosts, Set.of("msi"), true, true, Optional.of(Set.of("/S"))), policy);
    }

    @Test
    void allowsWhatIsNamedAndNothingElse() {
        Policy policy = Policy.of(Set.of("example.com", "*.example.org"));
        assertTrue(policy.allowsHost("example.com"));
        assertTrue(policy.allowsHost("a.b.example.org"));
        assertFalse(policy.allowsHost("example.org"));
        assertFalse(policy.allowsHost("evilexample.org"));
        assertFalse(policy.allowsHost("www.example.com"));
        assertFalse(policy.allowsHost("example.com.evil.example"));
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        FeedException refused = assertThrows(FeedException.class, () -> read("{\"host\": []}"));
        assertEquals(
                "META-INF/trust/policy.json at /host: expected hosts, types, http, sha1 or arguments",
                refused.getMessage());
    }

    @Test
    void canBeNarrowedAndNeverWidened() {
        Policy policy =
                new Policy(Set.of("*.example.org", "a.com"), Set.of("exe", "msi"), false, false, Optional.empty());
        Policy narrow = policy.narrowed(Set.of("DL.example.org", "evil.example"), Set.of("MSI", "js"));
        assertEquals(Set.of("dl.example.org"), narrow.hosts());
        assertEquals(Set.of("msi"), narrow.types());
        assertEquals(policy, policy.narrowed(Set.of(), Set.of()));
    }

    @Test
    void refusesWhatIsTooLong() {
        FeedException refused = assertThrows(FeedException.class, () -> read(" ".repeat(1 << 16) + "{}"));
        assertEquals("META-INF/trust/policy.json: expected at most 65536 bytes, found more", refused.getMessage());
    }

    private static Policy read(String json) throws IOException, FeedException {
        return Policy.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
