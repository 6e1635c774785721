package io.patchbay.feeds;

import static io.patchbay.feeds.ValueFields.constant;
import static io.patchbay.feeds.ValueFields.list;
import static io.patchbay.feeds.ValueFields.nullable;
import static io.patchbay.feeds.ValueFields.text;
import static io.patchbay.feeds.ValueFields.texts;
import static io.patchbay.feeds.ValueFields.uri;
import static io.patchbay.feeds.ValueFields.uris;

import io.patchbay.model.Advisory;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.spi.FeedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what {@link AdvisoryWriter} writes. */
final class AdvisoryReader {
    private AdvisoryReader() {}

    static Advisory read(Value value) throws FeedException {
        try {
            return advisory(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FeedException(value.document(), value.pointer(), "not an advisory: " + e.getMessage(), e);
        }
    }

    private static Advisory advisory(Value value) throws FeedException {
        return new Advisory(
                value.get("id").text(),
                text(value, "title"),
                list(value, "cves", UpdateReader::cve),
                date(value, "published"),
                date(value, "revised"),
                uris(value, "links"),
                list(value, "fixes", AdvisoryReader::fix),
                texts(value, "documents"));
    }

    private static Advisory.Fix fix(Value value) throws FeedException {
        String restart = nullable(value, "restart");
        return new Advisory.Fix(
                text(value, "kb"),
                text(value, "product"),
                text(value, "fixedVersion"),
                text(value, "kind"),
                constant(value, "severity", Severity.UNSPECIFIED),
                text(value, "impact"),
                restart == null ? null : Reboot.valueOf(restart),
                texts(value, "supersededKbs"),
                uri(value, "address"));
    }

    private static @Nullable LocalDate date(Value value, String name) throws FeedException {
        String text = nullable(value, name);
        return text == null ? null : LocalDate.parse(text);
    }
}
