package io.patchbay.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A document that an upstream publishes, or a family of documents of one form. Everything here but the name can be overridden by
 * configuration.
 *
 * @param name the name of the document in a snapshot, such as {@code latest.html}; of a family, the folder that its documents are in
 * @param url where it is, without a user; of a family, the address that its documents' addresses are resolved against
 * @param format what kind of document it is
 * @param sizeLimit the most bytes that are accepted, after decompression of the transfer
 * @param freshness how old the last good copy may be before an operator is warned; a day leaves that to configuration
 * @param userAgent what to tell the upstream that we are; blank for the engine's own
 * @param spacing the least time between two requests to its host, if that is more than the engine's own
 * @param signer whose signature the provider demands of its documents, and of which kind, such as {@code VideoLAN, OpenPGP}; blank if
 *     nothing but the connection vouches for them. The engine believes that: digests read from these documents count as signed
 */
public record Feed(
        String name,
        URI url,
        Format format,
        long sizeLimit,
        Duration freshness,
        String userAgent,
        Duration spacing,
        String signer) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final long MEBIBYTE = 1L << 20;

    /** The kinds of documents, so that an answer of another kind is noticed. */
    public enum Format {
        HTML,
        JSON,
        XML,
        TEXT,
        YAML,
        CABINET,
        BINARY
    }

    public Feed {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a feed name: " + name);
        }
        if (!url.isAbsolute()) {
            throw new IllegalArgumentException("feed " + name + " needs an absolute address: " + url);
        }
        String server = url.getRawAuthority();
        if (server != null && server.contains("@")) { // nobody would fetch it, and a password would be shown
            throw new IllegalArgumentException("feed " + name + " must not have a user in its address");
        }
        Objects.requireNonNull(format);
        Objects.requireNonNull(freshness);
        Objects.requireNonNull(userAgent);
        Objects.requireNonNull(signer);
        if (sizeLimit <= 0) {
            throw new IllegalArgumentException("feed " + name + " needs a size limit");
        }
        if (spacing.isNegative()) {
            throw new IllegalArgumentException("feed " + name + " has a negative spacing");
        }
    }

    /** A feed that is asked as often as the engine asks any. */
    public Feed(String name, URI url, Format format, long sizeLimit, Duration freshness, String userAgent) {
        this(name, url, format, sizeLimit, freshness, userAgent, Duration.ZERO);
    }

    /** A feed that nobody signs. */
    public Feed(
            String name,
            URI url,
            Format format,
            long sizeLimit,
            Duration freshness,
            String userAgent,
            Duration spacing) {
        this(name, url, format, sizeLimit, freshness, userAgent, spacing, "");
    }

    /** A page of at most 8 MiB, a day old at most. */
    public static Feed html(String name, String url) {
        return of(name, url, Format.HTML);
    }

    /** A JSON document of at most 8 MiB, a day old at most. */
    public static Feed json(String name, String url) {
        return of(name, url, Format.JSON);
    }

    /** A text of at most 8 MiB, a day old at most. */
    public static Feed text(String name, String url) {
        return of(name, url, Format.TEXT);
    }

    /** Any format, at most 8 MiB, a day old at most. */
    public static Feed of(String name, String url, Format format) {
        return new Feed(name, URI.create(url), format, 8 * MEBIBYTE, Duration.ofDays(1), "");
    }

    /** The same with another limit, in bytes. */
    public Feed withSizeLimit(long bytes) {
        return new Feed(name, url, format, bytes, freshness, userAgent, spacing, signer);
    }

    /** The same with another age at which an operator is warned. */
    public Feed withFreshness(Duration age) {
        return new Feed(name, url, format, sizeLimit, age, userAgent, spacing, signer);
    }

    /** The same with another User-Agent. */
    public Feed withUserAgent(String agent) {
        return new Feed(name, url, format, sizeLimit, freshness, agent, spacing, signer);
    }

    /** The same with another least time between two requests. */
    public Feed withSpacing(Duration time) {
        return new Feed(name, url, format, sizeLimit, freshness, userAgent, time, signer);
    }

    /** The same with a signature that is demanded. */
    public Feed withSigner(String whose) {
        return new Feed(name, url, format, sizeLimit, freshness, userAgent, spacing, whose);
    }
}
