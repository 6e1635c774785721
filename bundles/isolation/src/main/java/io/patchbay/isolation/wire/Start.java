package io.patchbay.isolation.wire;

import java.util.List;

/**
 * What a child runs.
 *
 * @param folder where its framework may keep files
 * @param exports packages of its class path that bundles see, as a manifest says it
 * @param services bundles to start before, such as the one that makes components; by their files
 * @param bundle the provider's bundle, by its file
 * @param configurations of the bundle's components
 */
public record Start(
        String folder, String exports, List<String> services, String bundle, List<Configured> configurations) {
    /** Copies the lists. */
    public Start {
        services = List.copyOf(services);
        configurations = List.copyOf(configurations);
    }

    /** Writes it. */
    public byte[] write() {
        BodyWriter body = new BodyWriter();
        return body.text(folder)
                .text(exports)
                .texts(services)
                .text(bundle)
                .list(configurations, configured -> configured.write(body))
                .body();
    }

    /** Reads what was written. */
    public static Start read(BodyReader body) {
        return new Start(body.text(), body.text(), body.texts(), body.text(), body.list(() -> Configured.read(body)));
    }
}
