package io.patchbay.provider.google.chrome;

import io.patchbay.model.Detection;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import java.util.Locale;

/** The channels for everyday use. An installation is of the one that the policy {@code TargetChannel} names; nothing else differs. */
enum Channel {
    STABLE("Google Chrome", ""),
    EXTENDED("Google Chrome Extended Stable", "extended/");

    private static final String POLICIES = "SOFTWARE\\Policies\\Google\\Update";
    private static final Rule POLICY_SAYS_EXTENDED =
            Detection.registryText(POLICIES, "TargetChannel" + Build.APPLICATION, EXTENDED.word());

    private final String product;
    private final String folder;

    Channel(String product, String folder) {
        this.product = product;
        this.folder = folder;
    }

    Product product() {
        return Product.named(product, STABLE.product);
    }

    /** What Google's interfaces call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its packages for Windows Installer are, among those of all channels. */
    String folder() {
        return folder;
    }

    /** Whether an endpoint follows this channel. */
    Rule isFollowed() {
        return this == EXTENDED ? POLICY_SAYS_EXTENDED : new Rule.Not(POLICY_SAYS_EXTENDED);
    }
}
