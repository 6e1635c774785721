package io.patchbay.fetch.http;

import io.patchbay.feeds.config.CommaList;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The configuration {@code io.patchbay.fetch} with the overrides of feeds, worked out for one feed at a time. */
final class Settings {
    private static final Set<String> OURS = Set.of("host", "connection", "content-length", "transfer-encoding");

    private static final int HIGHEST_PORT = 65_535;

    private final FetchConfig config;
    private final List<FeedOverride> overrides;
    private final String agent;

    /**
     * Joins what is configured.
     *
     * @param agent the user agent if none is configured
     */
    Settings(FetchConfig config, List<FeedOverride> overrides, String agent) {
        this.config = config;
        this.overrides = overrides;
        this.agent = agent;
    }

    RetryPolicy retries() {
        return new RetryPolicy(
                config.retries(),
                Duration.ofSeconds(config.backoffSeconds()),
                Duration.ofSeconds(config.retryAfterCapSeconds()));
    }

    /** How the feed is fetched; fails, naming the key, if its configuration is wrong. */
    FeedSettings of(FeedProvider provider, Feed feed) throws IOException {
        Optional<FeedConfig> override = override(provider.info().id(), feed.name());
        Optional<URI> configured = address(override);
        URI url = configured.orElse(feed.url());
        return new FeedSettings(
                url,
                configured.isPresent(),
                policy(provider, url, configured.isPresent(), override),
                override.map(FeedConfig::direct).orElse(false) ? Optional.empty() : proxy(),
                override.map(FeedConfig::trustAnchor).filter(p -> !p.isBlank()).map(Path::of),
                limits(override),
                override.map(FeedConfig::spacingMillis)
                        .filter(m -> m > 0)
                        .map(Duration::ofMillis)
                        .orElse(feed.spacing()),
                override.map(FeedConfig::sizeLimit).filter(l -> l > 0).orElse(feed.sizeLimit()),
                override.map(FeedConfig::allowCloseDelimited).orElse(false),
                userAgent(feed, override),
                override.isPresent() ? secretsFor(configured, override.get()) : Map.of());
    }

    private Optional<FeedConfig> override(String provider, String feed) {
        return overrides.stream()
                .filter(o -> o.isFor(provider, feed))
                .findFirst()
                .or(() -> overrides.stream().filter(o -> o.isForAll(provider)).findFirst())
                .map(FeedOverride::config);
    }

    /** The message must not hold the address: it may have a password in it. */
    private static Optional<URI> address(Optional<FeedConfig> override) throws FetchFailure {
        String url = override.map(FeedConfig::url).orElse("");
        if (url.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(url);
            if (isFile(address)) {
                return Optional.of(address);
            }
            if (address.getHost() == null || address.getRawUserInfo() != null) {
                throw FetchFailure.lasting("the configured url needs a host, and no user in it");
            }
            return Optional.of(address);
        } catch (URISyntaxException e) {
            throw FetchFailure.lasting("the configured url is malformed: " + e.getReason());
        }
    }

    /** Only an operator can name a file: what a provider names, or a document, is never one. */
    private static boolean isFile(URI address) {
        return "file".equals(address.getScheme()) && address.getPath() != null && address.getHost() == null;
    }

    private static AddressPolicy policy(
            FeedProvider provider, URI url, boolean configured, Optional<FeedConfig> override) {
        Set<String> hosts = new HashSet<>(provider.info().hosts());
        if (configured && !isFile(url)) {
            hosts.add(AddressPolicy.host(url));
        }
        Set<String> privateHosts = new HashSet<>();
        override.map(FeedConfig::allowPrivateAddress).map(CommaList::read).orElse(List.of()).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .forEach(privateHosts::add);
        return new AddressPolicy(hosts, url, override.map(FeedConfig::allowHttp).orElse(false), privateHosts);
    }

    private Optional<Proxy> proxy() throws IOException {
        if (config.proxyHost().isBlank()) {
            return Optional.empty();
        }
        if (config.proxyPort() < 1 || config.proxyPort() > HIGHEST_PORT) {
            throw FetchFailure.lasting(
                    "proxyPort of io.patchbay.fetch is " + config.proxyPort() + ", which is no port");
        }
        Optional<Credentials> credentials =
                Credentials.of(config.proxyUser(), config._proxyPassword(), config.proxyPasswordFile());
        return Optional.of(new Proxy(config.proxyHost(), config.proxyPort(), credentials));
    }

    private Limits limits(Optional<FeedConfig> override) {
        int seconds =
                override.map(FeedConfig::deadlineSeconds).filter(s -> s > 0).orElse(config.deadlineSeconds());
        return new Limits(
                Duration.ofSeconds(seconds),
                config.minBytesPerSecond(),
                Duration.ofSeconds(config.throughputWindowSeconds()));
    }

    private String userAgent(Feed feed, Optional<FeedConfig> override) {
        List<String> candidates =
                List.of(override.map(FeedConfig::userAgent).orElse(""), feed.userAgent(), config.userAgent());
        return candidates.stream().filter(a -> !a.isBlank()).findFirst().orElse(agent);
    }

    /** Where they may go is for the operator to say: what the provider says of its address may be another tomorrow. */
    private static Map<String, String> secretsFor(Optional<URI> configured, FeedConfig override) throws IOException {
        Map<String, String> secrets = secrets(override);
        if (!secrets.isEmpty() && configured.isEmpty()) {
            throw FetchFailure.lasting("credentials and headers need the url to send them to, which is not configured");
        }
        return secrets;
    }

    private static Map<String, String> secrets(FeedConfig override) throws IOException {
        Map<String, String> secrets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : override._headers()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, Math.max(0, colon)).strip();
            if (name.isEmpty() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw FetchFailure.lasting("a configured header is not 'Name: value', or is the engine's own");
            }
            secrets.put(name, header.substring(colon + 1).strip());
        }
        Credentials.of(override.user(), override._password(), override.passwordFile())
                .ifPresent(c -> secrets.put("Authorization", c.basic()));
        return secrets;
    }
}
