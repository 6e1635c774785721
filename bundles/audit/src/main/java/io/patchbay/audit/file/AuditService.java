package io.patchbay.audit.file;

import io.patchbay.audit.AuditLog;
import io.patchbay.audit.AuditRecord;
import io.patchbay.audit.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log in the folder that the framework property {@code patchbay.data} names. An engine whose log was altered starts all the same, so that
 * it serves what it has and can be asked about its log; but nothing that has to be recorded can be done.
 */
@Component
public final class AuditService implements AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);
    private static final long FILE_BYTES = 1 << 20;

    private final AuditLog log;

    /** Opens the log, and records that the engine begins. */
    @Activate
    public AuditService(BundleContext context) throws IOException {
        this(data(context), Clock.systemUTC());
        try {
            String version = context.getBundle().getVersion().toString();
            record(AuditLog.ENGINE, "begin", "engine", Map.of("version", version));
        } catch (IOException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    /** Opens the log in a data folder, or begins one. */
    public AuditService(Path data, Clock clock) throws IOException {
        log = new FileAuditLog(data, clock, FILE_BYTES);
    }

    private static Path data(BundleContext context) {
        return Path.of(Objects.requireNonNull(context.getProperty("patchbay.data"), "patchbay.data is not set"));
    }

    @Override
    public AuditRecord record(String actor, String action, String object, Map<String, String> details)
            throws IOException {
        return log.record(actor, action, object, details);
    }

    @Override
    public List<AuditRecord> newest(int limit, Predicate<AuditRecord> wanted) throws IOException {
        return log.newest(limit, wanted);
    }

    @Override
    public Verification verify() throws IOException {
        return log.verify();
    }
}
