package io.patchbay.provider.microsoft.msrc;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads the CVRF document of a month, in whichever form it is. */
final class MonthReader {
    /** Takes the entries of a month, one by one. */
    @FunctionalInterface
    interface Taker {
        void take(Vulnerability vulnerability, Map<String, String> products) throws FeedException;
    }

    private MonthReader() {}

    static void read(Snapshot snapshot, Document document, Taker taker) throws IOException, FeedException {
        if (isJson(snapshot, document)) {
            CvrfJson.read(snapshot, document, taker);
        } else {
            CvrfXml.read(snapshot, document, taker);
        }
    }

    private static boolean isJson(Snapshot snapshot, Document document) throws IOException, FeedException {
        try (InputStream in = snapshot.open(document.name())) {
            for (byte b : in.readNBytes(16)) {
                if (b > ' ') {
                    return b == '{';
                }
            }
            return false;
        }
    }
}
