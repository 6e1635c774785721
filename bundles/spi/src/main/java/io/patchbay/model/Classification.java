package io.patchbay.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kind of an update, as administrators filter by it: Microsoft's twelve update classifications and their ids. */
public enum Classification {
    APPLICATIONS("Applications", "5c9376ab-8ce6-464a-b136-22113dd69801"),
    CRITICAL_UPDATES("Critical Updates", "e6cf1350-c01b-414d-a61f-263d14d133b4"),
    DEFINITION_UPDATES("Definition Updates", "e0789628-ce08-4437-be74-2495b842f43b"),
    DRIVERS("Drivers", "ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0"),
    DRIVER_SETS("Driver Sets", "77835c8d-62a7-41f5-82ad-f28d1af1e3b1"),
    FEATURE_PACKS("Feature Packs", "b54e7d24-7add-428f-8b75-90a396fa584f"),
    SECURITY_UPDATES("Security Updates", "0fa1201d-4330-4fa8-8ae9-b877473b6441"),
    SERVICE_PACKS("Service Packs", "68c5b0a3-d1a6-4553-ae49-01d3a7827828"),
    TOOLS("Tools", "b4832bd8-e735-4761-8daf-37f882276dab"),
    UPDATE_ROLLUPS("Update Rollups", "28bc880e-0592-4cbf-8f95-c79b17911d5f"),
    UPDATES("Updates", "cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83"),
    UPGRADES("Upgrades", "3689bdc8-b205-4af4-8d4a-a63924c5e9d5");

    private static final Map<UpdateId, Classification> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Classification::id, Function.identity()));

    private final String title;
    private final String id;

    Classification(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /** The name that administrators know, such as {@code Security Updates}. */
    public String title() {
        return title;
    }

    /** The id of the category update of this classification. */
    public UpdateId id() {
        return UpdateId.parse(id);
    }

    /** The classification whose category has this id; empty for a product or any other update. */
    public static Optional<Classification> of(UpdateId id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The classification of this title, whatever its case; empty if there is none. */
    public static Optional<Classification> titled(String title) {
        return Arrays.stream(values())
                .filter(c -> c.title.equalsIgnoreCase(title))
                .findFirst();
    }
}
