package io.patchbay.isolation.wire;

import java.util.List;

/**
 * What a child runs.
 *
 * @param folder where its framework may keep files
 * @param exports packages of its class path that bundles see, as a manifest says it
 * @param services bundles to start before, such as the one that makes components; by their files
 * @param bundle the provider's bundle, by its file
 */
public record Start(String folder, String exports, List<String> services, String bundle) {
    /** Copies the list. */
    public Start {
        services = List.copyOf(services);
    }

    /** Writes it. */
    public byte[] write() {
        return new BodyWriter()
                .text(folder)
                .text(exports)
                .texts(services)
                .text(bundle)
                .body();
    }

    /** Reads what was written. */
    public static Start read(BodyReader body) {
        return new Start(body.text(), body.text(), body.texts(), body.text());
    }
}
