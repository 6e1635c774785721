package io.patchbay.provider.videolan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Classification;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;
import io.patchbay.testkit.RecordedCases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VideolanProviderTest extends ProviderContract {
    private static final String REASON =
            "a part of the words looks like the whole; the signature, which no recording has, tells";

    @Override
    protected FeedProvider provider() {
        return new VideolanProvider();
    }

    @Override
    protected Map<String, String> cannotTellWhenCut() {
        return Map.of("status-win-x86", REASON, "status-win-x64", REASON);
    }

    @Test
    void takesTheWordsOfAReleaseForThoseOfSecurity() throws Exception {
        RecordedCases cases = RecordedCases.of(provider());
        String without = "2026-01-12-release-3.0.23";
        for (Update update : cases.updates(cases.open(without))) {
            assertEquals(Classification.UPDATES, update.release().classification());
        }
        String words = new String(cases.open(without).bytes("status-win-x64"), StandardCharsets.UTF_8)
                .replace("numerous fixes", "fixes of security issues");
        List<Update> secure =
                cases.updates(cases.open(without).with("status-win-x64", words.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                2, secure.stream().filter(VideolanProviderTest::isOfSecurity).count());
    }

    private static boolean isOfSecurity(Update update) {
        return update.release().classification() == Classification.SECURITY_UPDATES;
    }
}
