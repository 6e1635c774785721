package io.patchbay.catalog.view;

/**
 * An update of a candidate that is new or whose content differs from what is live.
 *
 * @param key the row that it amends; 0 if there is none
 */
public record Staged(int key, ContentHash hash, Facts facts) {}
