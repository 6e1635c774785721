package io.patchbay.log;

import io.patchbay.feeds.Reason;
import io.patchbay.feeds.config.WrongConfiguration;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Copies the entries of the OSGi log service to SLF4J: without it the reasons why components fail are lost. Of the framework's events it
 * copies only warnings and errors, because every service and bundle that comes and goes makes one.
 */
@Component(
        immediate = true,
        service = {})
public final class LogBridge implements LogListener {
    private static final String CONFIGURATION = WrongConfiguration.class.getName();
    /** What the framework says of it once a component has failed, for a reason of which there is an entry before. */
    private static final String AFTERMATH = "Service factory returned null";

    private static final String REFLECTION = InvocationTargetException.class.getName();

    private final LogReaderService reader;

    /** Copies what was logged before, too. */
    @Activate
    public LogBridge(@Reference LogReaderService reader) {
        this.reader = reader;
        List<LogEntry> before = new ArrayList<>(Collections.list(reader.getLog()));
        reader.addLogListener(this);
        Collections.reverse(before); // newest first
        before.forEach(this::logged);
    }

    /** Ends the copying. */
    @Deactivate
    public void stop() {
        reader.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        if (!isNoise(entry)) {
            String message = message(entry.getMessage(), entry.getException());
            LoggerFactory.getLogger(entry.getLoggerName())
                    .atLevel(level(entry.getLogLevel()))
                    .setCause(isPlain(message) ? null : entry.getException())
                    .log(message);
        }
    }

    /** Whether all that an operator needs is said, and the stack is the framework's. */
    static boolean isPlain(String message) {
        return message.contains(CONFIGURATION) || message.contains(AFTERMATH);
    }

    /** With the words of what failed, because the console has no stack traces; reflection, which wraps it, has none of its own. */
    static String message(String message, @Nullable Throwable failure) {
        if (failure == null) {
            return message;
        }
        String words = String.valueOf(failure.getMessage());
        boolean isWrapper = words.startsWith(REFLECTION) && failure.getCause() != null;
        return isWrapper ? message(message, failure.getCause()) : message + ": " + Reason.of(words);
    }

    private static boolean isNoise(LogEntry entry) {
        return entry.getLoggerName().startsWith("Events.") && !LogLevel.WARN.implies(entry.getLogLevel());
    }

    private static Level level(LogLevel level) {
        return switch (level) {
            case AUDIT, INFO -> Level.INFO;
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }
}
