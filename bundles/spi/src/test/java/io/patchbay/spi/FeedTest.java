package io.patchbay.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://user:s3cret@vendor.example/a", "https://user:s3cret@vendor_1.example/a"})
    void hasNoUserInItsAddress(String address) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Feed.json("latest", address));
        assertEquals("feed latest must not have a user in its address", refused.getMessage());
    }

    @Test
    void mayHaveAnythingInItsPath() {
        String address = "https://vendor.example/a@b?c=d@e";
        assertEquals(address, Feed.json("latest", address).url().toString());
    }
}
