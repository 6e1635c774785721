package io.patchbay.catalog.view;

import io.patchbay.catalog.Query;
import io.patchbay.model.UpdateId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The text form of a position in the answers to one query: a mark of the query, then the position. */
final class Cursor {
    private Cursor() {}

    static String write(Query query, Position position) {
        String plain = String.join(
                "\n",
                mark(query),
                Long.toString(position.number()),
                position.id().toString(),
                position.text());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor back, or throws {@link IllegalArgumentException} if it is none, or not one of this query. */
    static Position read(Query query, String cursor) {
        String[] parts = decode(cursor).split("\n", 4);
        if (parts.length != 4) {
            throw noCursor(cursor, null);
        }
        if (!parts[0].equals(mark(query))) {
            throw new IllegalArgumentException("the cursor belongs to another query");
        }
        try {
            return new Position(Long.parseLong(parts[1]), parts[3], UpdateId.parse(parts[2]));
        } catch (IllegalArgumentException e) {
            throw noCursor(cursor, e);
        }
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw noCursor(cursor, e);
        }
    }

    private static IllegalArgumentException noCursor(String text, @Nullable Exception cause) {
        return new IllegalArgumentException("\"" + text + "\" is no cursor", cause);
    }

    /** Differs for queries that differ in anything but the size of their pages. */
    private static String mark(Query query) {
        Object[] parts = {
            query.provider(),
            query.state(),
            query.type(),
            query.kb(),
            query.cve(),
            query.bulletin(),
            query.vendor(),
            query.product(),
            query.family(),
            query.classification(),
            query.severity(),
            query.severityAtLeast(),
            query.exploited(),
            query.scoreAtLeast(),
            query.reboot(),
            query.eula(),
            query.evidence(),
            query.evidenceAtLeast(),
            query.language(),
            query.architecture(),
            query.superseded(),
            query.rollout(),
            query.current(),
            query.part(),
            query.releasedFrom(),
            query.releasedTo(),
            query.text(),
            query.order(),
            query.descending()
        };
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(Objects.toString(part, "\u0000")).append('\u0001');
        }
        return Integer.toHexString(text.toString().hashCode());
    }
}
