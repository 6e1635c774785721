package io.patchbay.deployer;

/** A jar is not started; the message says why, as the end of a sentence that begins with the file's name. */
class Refusal extends Exception {
    Refusal(String reason) {
        super(reason);
    }

    Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}
