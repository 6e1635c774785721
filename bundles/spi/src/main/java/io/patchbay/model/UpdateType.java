package io.patchbay.model;

/** What an update is for: something to install, or something that rules and relations refer to (MS-WSUSSS, UpdateType). */
public enum UpdateType {
    /** Something that can be installed by itself. */
    SOFTWARE,
    /** What an administrator selects; its files and rules are in the updates it bundles. */
    BUNDLE,
    /** A device driver. */
    DRIVER,
    /** A company, product family, product or classification. */
    CATEGORY,
    /** A rule that other updates name as prerequisite. */
    DETECTOID
}
