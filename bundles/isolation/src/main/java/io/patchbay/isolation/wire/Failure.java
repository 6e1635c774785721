package io.patchbay.isolation.wire;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.RefusedException;
import java.io.IOException;

/** Failures that cross the link: those that the SPI names stay what they are, and of all others the text is left. */
public final class Failure {
    private enum Type {
        FEED,
        REFUSED,
        IO,
        OTHER
    }

    private Failure() {}

    /** Writes a failure. */
    public static byte[] write(Throwable failure) {
        BodyWriter body = new BodyWriter();
        if (failure instanceof FeedException feed) {
            return body.text(Type.FEED)
                    .text(feed.code())
                    .text(feed.feed())
                    .text(feed.place())
                    .text(problem(feed))
                    .body();
        }
        if (failure instanceof RefusedException refused) {
            return body.text(Type.REFUSED)
                    .text(refused.getMessage())
                    .number(refused.status())
                    .bytes(refused.reason())
                    .body();
        }
        return failure instanceof IOException
                ? body.text(Type.IO).text(String.valueOf(failure.getMessage())).body()
                : body.text(Type.OTHER).text(failure).body();
    }

    /** The message without what the constructor puts before it. */
    private static String problem(FeedException failure) {
        String message = String.valueOf(failure.getMessage());
        String before = new FeedException(failure.feed(), failure.place(), "").getMessage();
        return before != null && message.startsWith(before) ? message.substring(before.length()) : message;
    }

    /**
     * Throws what was written.
     *
     * @param who is said before the text of a failure that the SPI does not name
     * @throws MalformedException if nothing was
     */
    public static IOException rethrow(byte[] body, String who) throws IOException, FeedException {
        Exception failure = BodyReader.read(body, reader -> read(reader, who));
        if (failure instanceof FeedException feed) {
            throw feed;
        }
        throw (IOException) failure;
    }

    private static Exception read(BodyReader body, String who) {
        return switch (Type.valueOf(body.text())) {
            case FEED ->
                new FeedException(FeedException.Code.valueOf(body.text()), body.text(), body.text(), body.text());
            case REFUSED -> refused(body);
            case IO -> new IOException(body.text());
            case OTHER -> new IOException(who + " failed: " + body.text());
        };
    }

    private static RefusedException refused(BodyReader body) {
        String message = body.text();
        IOException cause = new IOException(message);
        return new RefusedException(message, Math.toIntExact(body.number()), body.bytes(), cause);
    }
}
