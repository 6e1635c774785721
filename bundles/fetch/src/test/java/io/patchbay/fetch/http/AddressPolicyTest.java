package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.fetch.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static final AddressPolicy POLICY =
            new AddressPolicy(Set.of("vendor.example"), URI.create("https://vendor.example/a"), false, Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vendor.example/x",
                "https://VENDOR.example/x",
                "https://vendor.example:443/x?y=1",
                "https://vendor.example",
                "https://vendor.example/Firefox%20Setup%20122.0.exe",
            })
    void allowsTheProvidersHosts(String url) {
        assertDoesNotThrow(() -> POLICY.check(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vendor.example/x",
                "https://user@vendor.example/x",
                "https://vendor.example@evil.example/x",
                "https://vendor.example.evil.example/x",
                "https://evil.example/vendor.example/x",
                "https://evil.example#@vendor.example/",
                "https://evil.example?@vendor.example/",
                "https://vendor.example./x",
                "https://vendor.example:8443/x",
                "https://vendor.example:0/x",
                "https://vendor.example:99999/x",
                "https://vendor.example\\@evil.example/x",
                "https://v\u0435ndor.example/x",
                "https://vendor\u3002example/x",
                "https://vendor.example/x%0d%0aHost:%20evil",
                "https://vendor.example/../etc/passwd%00.exe",
                "https://vendor.example/x y",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://2130706433/x",
                "https:///x",
                "https://",
                "//vendor.example/x",
                "ftp://vendor.example/x",
                "file:///etc/passwd",
                "jar:https://vendor.example/x.jar!/y",
                "javascript:alert(1)",
                "data:text/plain,hi",
            })
    void refusesEveryOtherAddress(String url) {
        assertThrows(Exception.class, () -> check(url));
    }

    @Test
    void allowsTheConfiguredPortOfTheConfiguredHostOnly() {
        URI own = URI.create("https://mirror.example:8443/a");
        AddressPolicy policy = new AddressPolicy(Set.of("vendor.example", "mirror.example"), own, false, Set.of());
        assertDoesNotThrow(() -> policy.check(URI.create("https://mirror.example:8443/b")));
        assertThrows(FetchFailure.class, () -> policy.check(URI.create("https://vendor.example:8443/b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.5",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::",
            })
    void knowsAddressesThatAreNotPublic(String address) throws IOException {
        assertFalse(PublicAddress.test(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.15.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "64:ff9b::8.8.8.8"})
    void knowsPublicAddresses(String address) throws IOException {
        assertTrue(PublicAddress.test(InetAddress.getByName(address)));
    }

    @Test
    void showsNoSecretsOfAnAddress() {
        URI url = URI.create("https://user:secret@vendor.example:8443/a%20b?token=secret#secret");
        assertEquals("https://vendor.example:8443/a%20b", Shown.of(url));
    }

    private static void check(String url) throws URISyntaxException, FetchFailure {
        POLICY.check(new URI(url));
    }
}
