package io.patchbay.audit;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Offered by whoever takes commands: knows who gave the one that is being carried out. Thread-safe. */
@ConsumerType
public interface CurrentOperator {
    /** The name of the user whose command the calling thread carries out; empty if it carries out none. */
    Optional<String> name();
}
