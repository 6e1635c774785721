package io.patchbay.deployer;

import java.io.IOException;
import java.nio.file.Path;

/** Takes a copy of a file and checks that: its signature before anything else of it is read. */
final class Vetting {
    private final Staging staging;
    private final SignatureCheck signatures;
    private final JarCheck check;

    Vetting(Staging staging, SignatureCheck signatures, JarCheck check) {
        this.staging = staging;
        this.signatures = signatures;
        this.check = check;
    }

    /** The jar that a file is, or becomes. */
    ProviderJar vet(Path file) throws IOException, Refusal {
        Staging.Copy copy = staging.copy(file);
        String signer = signatures.signer(file, copy);
        Staging.Copy jar = DeclaredFile.is(file) ? staging.pack(file, copy) : copy;
        return check.check(file, jar).signedBy(signer);
    }
}
