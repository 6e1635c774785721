package io.patchbay.fetch.http;

import java.net.URI;

/** Addresses as messages and manifests may hold them. */
final class Shown {
    private Shown() {}

    /** The address without user, query and fragment, which may hold secrets. */
    static String of(URI url) {
        return url.getHost() == null
                ? url.getScheme() + ":…"
                : url.getScheme() + "://" + Request.authority(url) + url.getRawPath();
    }
}
