package io.patchbay.isolation.wire;

/**
 * What a provider is to read.
 *
 * @param provider its id
 * @param snapshot the folder of a snapshot
 * @param previous the folder of the one that was committed before; blank if the provider is not to know one
 */
public record Task(String provider, String snapshot, String previous) {
    /** Writes it. */
    public byte[] write() {
        return new BodyWriter().text(provider).text(snapshot).text(previous).body();
    }

    /** Reads what was written. */
    public static Task read(BodyReader body) {
        return new Task(body.text(), body.text(), body.text());
    }
}
