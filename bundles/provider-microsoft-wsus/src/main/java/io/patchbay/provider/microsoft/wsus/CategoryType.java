package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.UpdateType;

/** The kinds of categories (CategoryInformation, CategoryType). */
enum CategoryType {
    COMPANY,
    PRODUCT_FAMILY,
    PRODUCT,
    UPDATE_CLASSIFICATION,
    /** A category whose document gives no kind, as of some that only servers use among themselves. */
    OTHER,
    /** No category at all. */
    NONE;

    static CategoryType of(UpdateMetadata metadata) {
        if (metadata.type() != UpdateType.CATEGORY) {
            return NONE;
        }
        String type = metadata.installation().attributes().getOrDefault("CategoryType", "");
        return switch (type) {
            case "Company" -> COMPANY;
            case "ProductFamily" -> PRODUCT_FAMILY;
            case "Product" -> PRODUCT;
            case "UpdateClassification" -> UPDATE_CLASSIFICATION;
            default -> OTHER;
        };
    }
}
