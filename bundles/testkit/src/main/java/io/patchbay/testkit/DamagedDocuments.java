package io.patchbay.testkit;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.util.List;

/** What a provider makes of a document that is empty, or was cut short. */
final class DamagedDocuments {
    private static final int PLACES_TO_CUT = 5;

    private DamagedDocuments() {}

    static boolean isAcceptedEmpty(FeedProvider provider, RecordedSnapshot recorded, String document)
            throws IOException {
        try {
            Contract.parse(provider, recorded.with(document, new byte[0]));
            return true;
        } catch (FeedException e) {
            return false;
        }
    }

    /** That whatever is cut off is noticed, or lost, and never becomes something else. */
    static void checkCuts(FeedProvider provider, RecordedSnapshot recorded, String document)
            throws IOException, FeedException {
        Parsed all = Contract.parse(provider, recorded);
        int length = recorded.bytes(document).length;
        for (int place = 1; place <= PLACES_TO_CUT; place++) {
            int end = (int) ((long) (length - 1) * place / PLACES_TO_CUT);
            checkCut(provider, recorded.cut(document, end), document + " cut after " + end + " bytes", all);
        }
    }

    /** Whether a document of this name, or of the feed of this name, is accepted empty in any case. */
    static boolean isAnyAcceptedEmpty(FeedProvider provider, List<RecordedSnapshot> cases, String name)
            throws IOException {
        for (RecordedSnapshot recorded : cases) {
            for (String document : documents(recorded, name)) {
                if (isAcceptedEmpty(provider, recorded, document)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a document of this name, or of the feed of this name, becomes something else when it is cut in any case. */
    static boolean isAnyCutUnnoticed(FeedProvider provider, List<RecordedSnapshot> cases, String name)
            throws IOException, FeedException {
        for (RecordedSnapshot recorded : cases) {
            for (String document : documents(recorded, name)) {
                if (isCutUnnoticed(provider, recorded, document)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> documents(RecordedSnapshot recorded, String name) {
        return recorded.documents().stream()
                .filter(document -> name.equals(document.name()) || name.equals(document.feed()))
                .map(Document::name)
                .toList();
    }

    private static boolean isCutUnnoticed(FeedProvider provider, RecordedSnapshot recorded, String document)
            throws IOException, FeedException {
        try {
            checkCuts(provider, recorded, document);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    private static void checkCut(FeedProvider provider, RecordedSnapshot cut, String what, Parsed all) {
        try {
            Parsed some = Contract.parse(provider, cut);
            Updates.checkSubset(some.updates(), all.updates());
            Advisories.checkSubset(some.advisories(), all.advisories());
        } catch (FeedException | IOException e) {
            // Refused, as it may be.
        } catch (AssertionError e) {
            throw new AssertionError(what + ": " + e.getMessage(), e);
        }
    }
}
