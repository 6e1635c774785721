package io.patchbay.sync.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRulesTest {
    private static final Digest SHA1 = new Digest(Algorithm.SHA1, "0".repeat(40), "");
    private static final Digest SHA256 = new Digest(Algorithm.SHA256, "0".repeat(64), "");
    private static final Policy GITHUB = Policy.of(Set.of("github.com"));

    /** What java.net.URI does not take for an address never becomes one of a file. */
    @Test
    void refusesEveryAddressThatMustBeRefused() throws IOException {
        Optional<Path> list = Samples.badInput("url/must-refuse.txt");
        if (list.isPresent()) {
            for (String url : Files.readAllLines(list.get())) {
                if (isUri(url)) {
                    assertFalse(codes(GITHUB, "setup.exe", url, SHA256).isEmpty(), url);
                }
            }
        }
    }

    private static boolean isUri(String text) {
        try {
            return !URI.create(text).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/setup.exe, ''",
        "https://GitHub.com:443/a/setup.exe, ''",
        "https://github.com:8443/setup.exe, HOST_NOT_ALLOWED",
        "https://user@github.com/setup.exe, HOST_NOT_ALLOWED",
        "http://github.com/setup.exe, SCHEME_DOWNGRADE",
        "ftp://github.com/setup.exe, SCHEME_NOT_ALLOWED",
        "https://wsus/setup.exe, 'HOST_NOT_ALLOWED,ADDRESS_NOT_PUBLIC'",
        "https://8.8.8.8/setup.exe, HOST_NOT_ALLOWED",
        "https://github.com/../setup.exe, FILENAME",
        "https://github.com/a%2f..%2fsetup.exe, FILENAME"
    })
    void judgesAnAddress(String url, String codes) {
        assertEquals(codes, codes(GITHUB, "setup.exe", url, SHA256));
    }

    @Test
    void allowsPlainHttpOnlyWithADigestWhereThePolicyDoes() {
        Policy http = new Policy(Set.of("github.com"), Set.of("exe"), true, false, Optional.empty());
        assertEquals("", codes(http, "setup.exe", "http://github.com/setup.exe", SHA256));
        assertEquals("SCHEME_DOWNGRADE", codes(http, "setup.exe", "http://github.com/setup.exe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul.exe", "COM1.exe", "a:b.exe", "..exe", "what?.exe", "%2e%2e.exe"})
    void refusesWhatIsNoNameOfAFile(String name) {
        assertEquals("FILENAME", codes(GITHUB, name, "https://github.com/x", SHA256));
    }

    @Test
    void refusesAFileOfAnotherType() {
        assertEquals("FILE_TYPE", codes(GITHUB, "setup.js", "https://github.com/x", SHA256));
    }

    @Test
    void refusesDigestsThatCanBeForged() {
        assertEquals("SHA1_ONLY", codes(GITHUB, "setup.exe", "https://github.com/x", SHA1));
        assertEquals("", codes(GITHUB, "setup.exe", "https://github.com/x", SHA1, SHA256));
        Policy sha1 = new Policy(Set.of("github.com"), Set.of("exe"), false, true, Optional.empty());
        assertEquals("", codes(sha1, "setup.exe", "https://github.com/x", SHA1));
    }

    @Test
    void leavesOutWhatIsTurnedOff() {
        Objections objections = new Objections(Set.of(Code.FILE_TYPE));
        new FileRules(GITHUB).check(file("setup.js", "https://github.com/x", SHA256), objections);
        assertEquals(List.of(), objections.found());
    }

    private static String codes(Policy policy, String name, String url, Digest... digests) {
        Objections objections = new Objections(Set.of());
        new FileRules(policy).check(file(name, url, digests), objections);
        return objections.found().stream().map(Objection::code).map(Code::name).collect(Collectors.joining(","));
    }

    private static ContentFile file(String name, String url, Digest... digests) {
        return new ContentFile(name, 1, List.of(digests), List.of(URI.create(url)), null, Patching.SELF_CONTAINED);
    }
}
