package io.patchbay.shell;

import io.patchbay.audit.CurrentOperator;
import java.util.Optional;
import org.apache.felix.service.command.Job;
import org.osgi.service.component.annotations.Component;

/** Tells the audit log whose command a thread of the shell carries out, the framework's own commands included. */
@Component
public final class CommandingUser implements CurrentOperator {
    @Override
    public Optional<String> name() {
        return Optional.ofNullable(Job.Utils.current()).map(job -> Operator.of(job.session()));
    }
}
