package io.patchbay.catalog.sqlite;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code io.patchbay.catalog}: how long the documents of old revisions are kept. */
@ObjectClassDefinition(
        id = "io.patchbay.catalog",
        name = "Patchbay: catalogue",
        description = "How long the documents of replaced revisions are kept. What they changed is told for ever.")
@interface CatalogConfig {
    @AttributeDefinition(description = "The newest revisions of an update whose documents are always kept; at least 1.")
    int keptRevisions() default Retention.REVISIONS;

    @AttributeDefinition(description = "The days for which a replaced document is kept in any case; at least 1.")
    int keptDays() default Retention.DAYS;
}
