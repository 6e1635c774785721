package io.patchbay.testkit;

import static java.util.Objects.requireNonNull;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;

/** Checks that updates are within the policy that the provider's bundle brings. */
final class Policies {
    private Policies() {}

    /** The policy beside the provider's own classes: a class path may hold those of others. */
    static Policy of(FeedProvider provider) throws IOException, FeedException {
        CodeSource source =
                requireNonNull(provider.getClass().getProtectionDomain().getCodeSource());
        Path classes = Path.of(URI.create(source.getLocation().toString()));
        if (Files.isDirectory(classes)) {
            return read(classes.resolve(Policy.FILE), provider);
        }
        try (FileSystem jar = FileSystems.newFileSystem(classes)) {
            return read(jar.getPath(Policy.FILE), provider);
        }
    }

    /** One that a file describes has the policy that its bundle is given. */
    private static Policy read(Path file, FeedProvider provider) throws IOException, FeedException {
        if (!Files.exists(file)) {
            return Policy.of(provider.info().hosts());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Policy.read(in);
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
