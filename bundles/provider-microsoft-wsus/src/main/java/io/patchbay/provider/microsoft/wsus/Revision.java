package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;

/**
 * One revision of an update: what a server lists, and what it is asked for.
 *
 * @param id the update
 * @param number its RevisionNumber
 */
record Revision(UpdateId id, int number) {
    /** As a document can be named. */
    @Override
    public String toString() {
        return id + "-r" + number;
    }

    /** As a request names it. */
    String xml() {
        return "<UpdateIdentity><UpdateID>" + id + "</UpdateID><RevisionNumber>" + number
                + "</RevisionNumber></UpdateIdentity>";
    }
}
