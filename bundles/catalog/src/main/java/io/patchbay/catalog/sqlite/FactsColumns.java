package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.view.Facts;
import io.patchbay.catalog.view.LinePosition;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Product;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.VersionScheme;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that hold {@link Facts}: the same in the catalogue and in a candidate. */
final class FactsColumns {
    static final String NAMES =
            "id, type, expired, title, vendor, products, version, line, scheme, line_version, architecture, "
                    + "languages, classification, severity, reboot, eula, released, kb, bulletins, cves, "
                    + "supersedes, parents";
    static final int COUNT = 22;

    private FactsColumns() {}

    /** Question marks for a number of columns. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static void bind(PreparedStatement statement, int first, Facts facts) throws SQLException {
        Object[] values = values(facts);
        for (int i = 0; i < COUNT; i++) {
            statement.setObject(first + i, values[i]);
        }
    }

    private static @Nullable Object[] values(Facts facts) {
        LinePosition position = facts.position();
        return new @Nullable Object[] {
            ids(List.of(facts.id())),
            facts.type().name(),
            facts.expired() ? 1 : 0,
            facts.title(),
            facts.vendor(),
            facts.products().stream().map(FactsColumns::text).collect(Collectors.joining("\n")),
            facts.version(),
            position == null ? null : position.line(),
            position == null ? null : position.scheme().name(),
            position == null ? null : position.version(),
            facts.architecture().name(),
            lines(facts.languages()),
            facts.classification().name(),
            facts.severity().name(),
            facts.reboot().name(),
            facts.eula() ? 1 : 0,
            facts.released() == null ? null : facts.released().toString(),
            lines(facts.kbArticles()),
            lines(facts.bulletins()),
            lines(facts.cves()),
            ids(facts.supersedes()),
            ids(facts.parents())
        };
    }

    private static String lines(Collection<String> values) {
        return String.join("\n", values);
    }

    private static String text(Product product) {
        return product.name() + '\t' + product.family() + '\t' + Objects.toString(product.category(), "");
    }

    private static byte[] ids(Collection<UpdateId> ids) {
        ByteBuffer buffer = ByteBuffer.allocate(16 * ids.size());
        for (UpdateId id : ids) {
            buffer.putLong(id.value().getMostSignificantBits())
                    .putLong(id.value().getLeastSignificantBits());
        }
        return buffer.array();
    }

    static Facts read(ResultSet result, int first, Pool pool) throws SQLException {
        String released = result.getString(first + 16);
        return new Facts(
                pool.id(result.getBytes(first)),
                UpdateType.valueOf(result.getString(first + 1)),
                result.getInt(first + 2) != 0,
                result.getString(first + 3),
                pool.text(result.getString(first + 4)),
                pool.products(result.getString(first + 5)),
                pool.text(result.getString(first + 6)),
                position(result, first + 7, pool),
                Architecture.valueOf(result.getString(first + 10)),
                pool.languages(result.getString(first + 11)),
                Classification.valueOf(result.getString(first + 12)),
                Severity.valueOf(result.getString(first + 13)),
                Reboot.valueOf(result.getString(first + 14)),
                result.getInt(first + 15) != 0,
                released == null ? null : pool.date(released),
                pool.lines(result.getString(first + 17)),
                pool.lines(result.getString(first + 18)),
                pool.lines(result.getString(first + 19)),
                pool.ids(result.getBytes(first + 20)),
                pool.ids(result.getBytes(first + 21)));
    }

    private static @Nullable LinePosition position(ResultSet result, int first, Pool pool) throws SQLException {
        String line = result.getString(first);
        return line == null
                ? null
                : new LinePosition(
                        pool.text(line),
                        VersionScheme.valueOf(result.getString(first + 1)),
                        result.getString(first + 2));
    }
}
