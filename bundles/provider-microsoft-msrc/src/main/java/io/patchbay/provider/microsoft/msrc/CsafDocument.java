package io.patchbay.provider.microsoft.msrc;

import java.util.List;
import java.util.Map;

/**
 * A CSAF 2.0 document, as far as it matters; {@link CsafAdvisory} says what it means.
 *
 * @param heading what it says of itself
 * @param products the names of products by id
 * @param vulnerabilities what it is about, in the words of this form
 */
record CsafDocument(Heading heading, Map<String, String> products, List<Vulnerability> vulnerabilities) {
    /**
     * What a document says of itself.
     *
     * @param severity MSRC's rating; blank if there is none
     * @param tracking its id, and when it was published and revised
     * @param self the addresses of the document in its forms, of which one is a page for people
     */
    record Heading(String title, String severity, Tracking tracking, List<String> self) {}

    /** What tells a document from others, and from itself at another time. */
    record Tracking(String id, String initial, String current) {}
}
