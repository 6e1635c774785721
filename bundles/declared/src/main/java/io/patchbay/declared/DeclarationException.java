package io.patchbay.declared;

import org.jspecify.annotations.Nullable;

/** A file does not describe a provider. The message is one line, which names file, line and key, and says what is allowed there. */
public final class DeclarationException extends Exception {
    private static final long serialVersionUID = 1L;

    DeclarationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
