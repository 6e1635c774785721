package io.patchbay.deployer;

import io.patchbay.feeds.Reason;

/**
 * A jar is not started; the message says why, as the end of a sentence that begins with the file's name. Where that is in words of the jar's own,
 * they are in one line, and not many.
 */
class Refusal extends Exception {
    Refusal(String reason) {
        super(Reason.of(reason));
    }

    Refusal(String reason, Throwable cause) {
        super(Reason.of(reason), cause);
    }
}
