package io.patchbay.fetch.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A factory configuration {@code io.patchbay.feed}: what differs for one feed of one provider. A key with a dot before it is a secret:
 * the dot keeps it out of the service's properties, which anyone can list.
 */
@ObjectClassDefinition(
        id = "io.patchbay.feed",
        name = "Patchbay: feed",
        description =
                "Where one feed is and how it is fetched, in place of what its provider and io.patchbay.fetch say.")
@interface FeedConfig {
    @AttributeDefinition(description = "Id of the provider.")
    String provider();

    @AttributeDefinition(
            description = "Name of the feed; * for each feed of the provider that has no configuration of its own.")
    String feed();

    @AttributeDefinition(
            description =
                    "Address of the document or of the family; its host becomes one that the feed may talk to. Or "
                            + "file:/path of a file to read in place of the document. Blank for the provider's.")
    String url() default "";

    @AttributeDefinition(
            description = "Further headers, each as 'Name: value'; sent only to the server in url, which must be set.")
    String[] _headers() default {};

    @AttributeDefinition(
            description = "What to tell the upstream that we are; blank for what the feed or io.patchbay.fetch says.")
    String userAgent() default "";

    @AttributeDefinition(description = "The most bytes of a document; 0 for what the feed says.")
    long sizeLimit() default 0;

    @AttributeDefinition(description = "The most seconds for one document; 0 for what io.patchbay.fetch says.")
    int deadlineSeconds() default 0;

    @AttributeDefinition(
            description =
                    "The least milliseconds between two requests to the feed's host, if more than io.patchbay.fetch says; "
                            + "0 for what the feed says.")
    long spacingMillis() default 0;

    @AttributeDefinition(description = "Whether plain http is allowed.")
    boolean allowHttp() default false;

    @AttributeDefinition(description = "Hosts that may be at an address that is private, loopback or link-local.")
    String[] allowPrivateAddress() default {};

    @AttributeDefinition(
            description = "Whether a body may end with the connection; a document cut short is then not noticed.")
    boolean allowCloseDelimited() default false;

    @AttributeDefinition(description = "PEM file of certificates to trust for this feed, besides Java's own.")
    String trustAnchor() default "";

    @AttributeDefinition(description = "User at the server in url, which must be set; blank if it asks for none.")
    String user() default "";

    @AttributeDefinition(description = "Password at the server; better in a file of its own.")
    String _password() default "";

    @AttributeDefinition(description = "File whose first line is the password at the server; in place of .password.")
    String passwordFile() default "";

    @AttributeDefinition(description = "Whether the feed is fetched without the proxy.")
    boolean direct() default false;
}
