package io.patchbay.feeds.vendor;

import io.patchbay.model.Installation.ReturnCode;

/** What an exit code of an installer can mean, as data of a vendor write it in lower case. */
public enum ExitMeaning {
    SUCCEEDED("Succeeded"),
    /** Succeeded, and the endpoint has to restart. */
    RESTART("Succeeded"),
    FAILED("Failed"),
    CANCELLED("Cancelled");

    private final String result;

    ExitMeaning(String result) {
        this.result = result;
    }

    /** The exit code that means this. */
    public ReturnCode of(int code) {
        return new ReturnCode(code, result, this == RESTART);
    }
}
