package io.patchbay.provider.microsoft.scan;

import java.nio.charset.StandardCharsets;

/**
 * Finds where in a core fragment the identity of its component manifest ends. What follows is most of the scan file's 25 GB, up to 47 MB
 * in one fragment, and of no use to anyone but the component store.
 */
final class FragmentHead {
    /** After these, in this order, comes nothing of interest. */
    private static final byte[][] MARKS = {
        ascii("<CbsPackageApplicabilityMetadata"), ascii("<assemblyIdentity"), ascii(">")
    };

    private int mark;
    private int searched;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The length of the head if the first bytes of the fragment hold all of it, else -1; called with ever more bytes. */
    int find(byte[] fragment, int length) {
        while (mark < MARKS.length) {
            byte[] wanted = MARKS[mark];
            int last = length - wanted.length;
            int place = searched;
            while (place <= last && !isAt(fragment, place, wanted)) {
                place++;
            }
            searched = place;
            if (place > last) {
                return -1;
            }
            searched += wanted.length;
            mark++;
        }
        return searched;
    }

    private static boolean isAt(byte[] bytes, int from, byte[] wanted) {
        int matched = 0;
        while (matched < wanted.length && bytes[from + matched] == wanted[matched]) {
            matched++;
        }
        return matched == wanted.length;
    }
}
