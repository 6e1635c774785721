package io.patchbay.feeds.sdp;

/**
 * The names of installation attributes that hold what the model has no field for; the package's documentation says what
 * each is.
 */
final class Extra {
    static final String CREATION_DATE = "CreationDate";
    static final String SOURCE_REQUIRED = "CanSourceBeRequired";
    static final String CLIENT_SERVICING = "RestrictToClientServicingApi";
    static final String CLASSIFICATION = "UpdateClassification";
    static final String ITEM = "InstallableItem";
    static final String PACKAGE = "PackageID";
    static final String MODIFIED = "Modified";
    static final String FILE_NAME = "FileName";
    static final String ORIGIN = "OriginUri";
    static final String UNINSTALLATION = "Uninstallation";
    static final String UNINSTALLATION_REBOOT = "UninstallationBehavior";
    static final String RETURN_CODE = "ReturnCode.";
    static final String REPAIR_PATH = "RepairPath.";

    private Extra() {}
}
