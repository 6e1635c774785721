package io.patchbay.testkit;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;

/** Checks that updates are within the policy that the provider's bundle brings. */
final class Policies {
    private Policies() {}

    static Policy of(FeedProvider provider) throws IOException, FeedException {
        try (InputStream in = provider.getClass().getResourceAsStream('/' + Policy.FILE)) {
            return in == null ? Policy.of(provider.info().hosts()) : Policy.read(in);
        }
    }

    static void check(Policy policy, Update update) {
        for (ContentFile file : update.files()) {
            String name = file.name().toLowerCase(Locale.ROOT);
            check(policy.allowsType(name.substring(name.lastIndexOf('.') + 1)), update, "the type of " + file.name());
            for (URI url : file.urls()) {
                String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
                check(policy.allowsHost(host), update, "the host of " + url);
            }
        }
        String arguments = update.installation().arguments();
        check(policy.allowsArguments(arguments), update, "the arguments " + arguments);
    }

    private static void check(boolean isAllowed, Update update, String what) {
        Contract.check(
                isAllowed,
                update.description().title() + ": its policy does not name " + what + ", so it would be held");
    }
}
