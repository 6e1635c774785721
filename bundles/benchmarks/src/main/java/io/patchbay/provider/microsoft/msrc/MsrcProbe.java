package io.patchbay.provider.microsoft.msrc;

import io.patchbay.spi.FeedProvider;

/** Makes the providers that are there only if they are configured. */
public final class MsrcProbe {
    private MsrcProbe() {}

    /** The tables of the guide, all of them. */
    public static FeedProvider guide() {
        return new GuideProvider("");
    }

    /** The CSAF documents, all of them. */
    public static FeedProvider csaf() {
        return new CsafProvider("");
    }
}
