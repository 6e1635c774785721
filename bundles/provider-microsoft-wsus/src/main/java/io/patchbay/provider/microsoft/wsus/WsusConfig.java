package io.patchbay.provider.microsoft.wsus;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A factory configuration {@code io.patchbay.wsus}: one upstream, which makes one provider. Where it is and how it is reached is the
 * configuration {@code io.patchbay.feed} of its feeds; what is wanted of it is {@code io.patchbay.provider}.
 */
@ObjectClassDefinition(
        id = "io.patchbay.wsus",
        name = "Patchbay: update server",
        description = "Microsoft's update servers, a WSUS, or an export of one, as a provider.")
@interface WsusConfig {
    @AttributeDefinition(description = "Id of the provider, for ever: lower-case letters, digits and hyphens.")
    String id() default MicrosoftWsusProvider.ID;
}
