package io.patchbay.fetch.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The configuration {@code io.patchbay.fetch}: what holds for every feed. A key with a dot before it is a secret: the dot keeps it out
 * of the service's properties, which anyone can list.
 */
@ObjectClassDefinition(
        id = "io.patchbay.fetch",
        name = "Patchbay: fetch",
        description = "How documents are fetched from upstreams. What differs for one feed is in io.patchbay.feed.")
@interface FetchConfig {
    @AttributeDefinition(
            description = "Name or address of the proxy; blank for none. The system's proxy is never used.")
    String proxyHost() default "";

    @AttributeDefinition(description = "Port of the proxy.")
    int proxyPort() default 3128;

    @AttributeDefinition(description = "User at the proxy; blank if it asks for none.")
    String proxyUser() default "";

    @AttributeDefinition(description = "Password at the proxy; better in a file of its own.")
    String _proxyPassword() default "";

    @AttributeDefinition(
            description = "File whose first line is the password at the proxy; in place of .proxyPassword.")
    String proxyPasswordFile() default "";

    @AttributeDefinition(description = "What to tell upstreams that we are; blank for Patchbay/<version>.")
    String userAgent() default "";

    @AttributeDefinition(description = "The most seconds for one document, from the connection to the last byte.")
    int deadlineSeconds() default 1800;

    @AttributeDefinition(description = "The least bytes per second over each window; 0 for any.")
    long minBytesPerSecond() default 1024;

    @AttributeDefinition(description = "The seconds over which throughput is measured.")
    int throughputWindowSeconds() default 30;

    @AttributeDefinition(description = "How often a request is sent again after a failure that may pass.")
    int retries() default 3;

    @AttributeDefinition(description = "The seconds before the first retry; doubled for each one more, and varied.")
    int backoffSeconds() default 2;

    @AttributeDefinition(
            description = "The longest Retry-After, in seconds, that is waited for; the fetch fails if it is longer.")
    int retryAfterCapSeconds() default 120;

    @AttributeDefinition(description = "How many requests one host gets at once.")
    int requestsPerHost() default 2;

    @AttributeDefinition(description = "The least milliseconds between the starts of two requests to one host.")
    int spacingMillis() default 50;
}
