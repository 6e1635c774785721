package io.patchbay.model;

/** The processor that an update is for. {@link #ANY} if it installs on all, or if the vendor says nothing. */
public enum Architecture {
    ANY("any"),
    X86("x86"),
    X64("x64"),
    ARM("arm"),
    ARM64("arm64"),
    IA64("ia64");

    private final String title;

    Architecture(String title) {
        this.title = title;
    }

    /** The word for ids, titles and filters, such as {@code x64}. */
    public String title() {
        return title;
    }
}
