package io.patchbay.deployer;

/** A file lacks its end, or its signature, or has one that is not right; what is missing may still be on its way. */
final class IncompleteRefusal extends Refusal {
    private final String digest;

    IncompleteRefusal(String reason, Staging.Copy copy) {
        super(reason);
        this.digest = copy.digest();
    }

    IncompleteRefusal(String reason, Staging.Copy copy, Throwable cause) {
        super(reason, cause);
        this.digest = copy.digest();
    }

    /** Whether it is about the content of a jar. */
    boolean isOf(ProviderJar jar) {
        return jar.digest().equals(digest);
    }
}
