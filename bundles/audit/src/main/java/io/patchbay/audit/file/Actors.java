package io.patchbay.audit.file;

import io.patchbay.audit.AuditLog;
import io.patchbay.audit.CurrentOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Says who does what the framework tells of, on the thread that does it: the user of a command, or else the engine. */
@Component(service = Actors.class)
public final class Actors {
    /** Absent while no commands are taken. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CurrentOperator operator;

    String current() {
        CurrentOperator present = operator;
        return present == null ? AuditLog.ENGINE : present.name().orElse(AuditLog.ENGINE);
    }
}
