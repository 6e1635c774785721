package io.patchbay.model;

/** How the files of an update are had. */
public enum Acquisition {
    /** Anyone may download them from the addresses given. */
    DOWNLOADABLE,
    /** Only from the vendor, by hand or under an agreement: an operator imports them. */
    VENDOR_ONLY
}
