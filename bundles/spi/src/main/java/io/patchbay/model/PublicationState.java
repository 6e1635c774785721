package io.patchbay.model;

/** Whether the vendor still offers an update (MS-WSUSSS, PublicationState). */
public enum PublicationState {
    PUBLISHED,
    /** The vendor has withdrawn it, in a revision that says so. */
    EXPIRED
}
