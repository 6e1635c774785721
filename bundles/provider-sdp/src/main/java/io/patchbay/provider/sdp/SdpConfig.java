package io.patchbay.provider.sdp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A factory configuration {@code io.patchbay.sdp}: one catalogue, which makes one provider. */
@ObjectClassDefinition(
        id = "io.patchbay.sdp",
        name = "Patchbay: third-party catalogue",
        description = "A System Center catalogue (SCUP, SDP) that is read as a provider of its own.")
@interface SdpConfig {
    @AttributeDefinition(description = "Id of the provider, for ever: lower-case letters, digits and hyphens.")
    String id();

    @AttributeDefinition(description = "Who publishes the catalogue.")
    String vendor();

    @AttributeDefinition(description = "Address of the cabinet, zip file or XML: https, without a user.")
    String url();

    @AttributeDefinition(description = "Products that it covers, for people to find it by; none for the vendor's name.")
    String[] products() default {};

    @AttributeDefinition(description = "Further hosts that the address may lead to.")
    String[] hosts() default {};
}
