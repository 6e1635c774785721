package io.patchbay.catalog.sqlite;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code io.patchbay.catalog}. */
@ObjectClassDefinition(
        id = "io.patchbay.catalog",
        name = "Patchbay: catalogue",
        description = "Who is heard first, and how long the documents of replaced revisions are kept.")
@interface CatalogConfig {
    @AttributeDefinition(description = "The newest revisions of an update whose documents are always kept; at least 1.")
    int keptRevisions() default Retention.REVISIONS;

    @AttributeDefinition(description = "The days for which a replaced document is kept in any case; at least 1.")
    int keptDays() default Retention.DAYS;

    @AttributeDefinition(
            description =
                    "Ids of the providers that are heard first where several speak of one update, the first heard first.")
    String[] ranking() default {"microsoft-wsus", "microsoft-scan", "microsoft-catalog"};
}
