package io.patchbay.deployer;

/** A file lacks a signature, or has one that is not right; the right one may still be on its way. */
final class SignatureRefusal extends Refusal {
    private final String digest;

    SignatureRefusal(String reason, Staging.Copy copy) {
        super(reason);
        this.digest = copy.digest();
    }

    SignatureRefusal(String reason, Staging.Copy copy, Throwable cause) {
        super(reason, cause);
        this.digest = copy.digest();
    }

    /** Whether it is about the content of a jar. */
    boolean isOf(ProviderJar jar) {
        return jar.digest().equals(digest);
    }
}
