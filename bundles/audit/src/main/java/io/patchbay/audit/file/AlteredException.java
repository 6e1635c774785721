package io.patchbay.audit.file;

import java.io.IOException;

/** The log is not as it was written, so nothing is added to it. */
final class AlteredException extends IOException {
    private static final long serialVersionUID = 1L;

    AlteredException(String message) {
        super(message);
    }
}
