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

/**
 * The columns that hold {@link Facts}: the same in the catalogue and in a candidate. All but the ids are one text, whose
 * fields end with a form feed: facts have no control characters, so nothing in them can look like one.
 */
final class FactsColumns {
    static final String NAMES = "id, facts, supersedes, parents, bundled";
    static final int COUNT = 5;

    private static final String END = "\f";
    private static final int FIELDS = 19;

    private FactsColumns() {}

    /** Question marks for a number of columns. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static void bind(PreparedStatement statement, int first, Facts facts) throws SQLException {
        statement.setBytes(first, ids(List.of(facts.id())));
        statement.setString(first + 1, text(facts));
        statement.setBytes(first + 2, ids(facts.supersedes()));
        statement.setBytes(first + 3, ids(facts.parents()));
        statement.setBytes(first + 4, ids(facts.bundled()));
    }

    private static String text(Facts facts) {
        LinePosition position = facts.position();
        return String.join(
                END,
                facts.type().name(),
                truth(facts.expired()),
                facts.title(),
                facts.vendor(),
                facts.products().stream().map(FactsColumns::text).collect(Collectors.joining("\n")),
                facts.version(),
                position == null ? "" : position.line(),
                position == null ? "" : position.scheme().name(),
                position == null ? "" : position.version(),
                facts.architecture().name(),
                lines(facts.languages()),
                facts.classification().name(),
                facts.severity().name(),
                facts.reboot().name(),
                truth(facts.eula()),
                Objects.toString(facts.released(), ""),
                lines(facts.kbArticles()),
                lines(facts.bulletins()),
                lines(facts.cves()));
    }

    private static String truth(boolean value) {
        return value ? "1" : "";
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
        String[] fields = result.getString(first + 1).split(END, FIELDS);
        return new Facts(
                pool.id(result.getBytes(first)),
                UpdateType.valueOf(fields[0]),
                !fields[1].isEmpty(),
                fields[2],
                pool.text(fields[3]),
                pool.products(fields[4]),
                pool.text(fields[5]),
                position(fields[6], fields[7], fields[8], pool),
                Architecture.valueOf(fields[9]),
                pool.languages(fields[10]),
                Classification.valueOf(fields[11]),
                Severity.valueOf(fields[12]),
                Reboot.valueOf(fields[13]),
                !fields[14].isEmpty(),
                fields[15].isEmpty() ? null : pool.date(fields[15]),
                pool.lines(fields[16]),
                pool.lines(fields[17]),
                pool.lines(fields[18]),
                pool.ids(result.getBytes(first + 2)),
                pool.ids(result.getBytes(first + 3)),
                pool.ids(result.getBytes(first + 4)));
    }

    private static @Nullable LinePosition position(String line, String scheme, String version, Pool pool) {
        return scheme.isEmpty() ? null : new LinePosition(pool.text(line), VersionScheme.valueOf(scheme), version);
    }
}
