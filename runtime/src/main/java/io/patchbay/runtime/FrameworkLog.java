package io.patchbay.runtime;

import org.apache.felix.framework.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Sends to the log what the framework would otherwise print. */
final class FrameworkLog extends Logger {
    private final org.slf4j.Logger log = LoggerFactory.getLogger("org.apache.felix.framework");

    @Override
    protected void doLog(int level, String message, @Nullable Throwable cause) {
        entry(level).setCause(cause).log(message);
    }

    private LoggingEventBuilder entry(int level) {
        return switch (level) {
            case LOG_ERROR -> log.atError();
            case LOG_WARNING -> log.atWarn();
            case LOG_INFO -> log.atInfo();
            default -> log.atDebug();
        };
    }
}
