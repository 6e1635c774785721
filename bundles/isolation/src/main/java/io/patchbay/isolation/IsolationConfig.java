package io.patchbay.isolation;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which providers run in processes of their own, in {@code conf/io.patchbay.isolation.cfg}. */
@ObjectClassDefinition(name = "Patchbay: providers in processes of their own")
@interface IsolationConfig {
    @AttributeDefinition(
            description = "\"process\" for providers in processes of their own, \"none\" for all in the engine's.")
    String isolation() default "none";

    @AttributeDefinition(description = "The symbolic names of the bundles that isolation is for; none for all.")
    String[] bundles() default {};

    @AttributeDefinition(description = "The heap of such a process, in megabytes.")
    int heap_megabytes() default 256;

    @AttributeDefinition(
            description =
                    "The words of a command that runs such a process, such as one that takes away the network; none to run it as it is.")
    String[] command() default {};
}
