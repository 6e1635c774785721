package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonGenerator;
import io.patchbay.model.Advisory;
import io.patchbay.model.Severity;
import java.io.IOException;

/** Writes the components of an advisory in a fixed order. */
final class AdvisoryWriter extends JsonFields {
    AdvisoryWriter(JsonGenerator json) {
        super(json);
    }

    void write(Advisory advisory) throws IOException {
        object(advisory, this::content);
    }

    private void content(Advisory advisory) throws IOException {
        text("id", advisory.id());
        text("title", advisory.title());
        array("cves", advisory.cves(), cve -> object(cve, this::cve));
        text("published", advisory.published());
        text("revised", advisory.revised());
        texts("links", advisory.links());
        array("fixes", advisory.fixes(), fix -> object(fix, this::fix));
        texts("documents", advisory.documents());
    }

    private void fix(Advisory.Fix fix) throws IOException {
        text("kb", fix.kb());
        text("product", fix.product());
        text("fixedVersion", fix.fixedVersion());
        text("kind", fix.kind());
        constant("severity", fix.severity(), Severity.UNSPECIFIED);
        text("impact", fix.impact());
        text("restart", fix.restart());
        texts("supersededKbs", fix.supersededKbs());
        text("address", fix.address());
    }
}
