package io.patchbay.feeds.config;

import java.util.Map;

/**
 * Why nothing can be made of a configuration, in a line for its operator: the file, the key, and what is allowed. It has no stack, because what is
 * wrong is not the code.
 */
public final class WrongConfiguration extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * What is wrong with a configuration.
     *
     * @param properties what the framework hands over
     * @param reason the key, and what is allowed; no value that may be a secret
     */
    public WrongConfiguration(Map<String, ?> properties, String reason) {
        super(ConfigValues.file(properties) + ": " + reason);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
