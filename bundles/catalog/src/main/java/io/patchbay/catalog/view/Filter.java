package io.patchbay.catalog.view;

import io.patchbay.catalog.Query;
import io.patchbay.model.Architecture;
import io.patchbay.model.Product;
import io.patchbay.model.UpdateType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which rows of a view match a query. Used once, by one thread. */
final class Filter {
    private static final Set<UpdateType> INSTALLABLE =
            EnumSet.of(UpdateType.SOFTWARE, UpdateType.BUNDLE, UpdateType.DRIVER);

    private final View view;
    private final List<Predicate<Row>> conditions = new ArrayList<>();
    private final BitSet keys = new BitSet();

    Filter(View view, Query query, TextIndex index) {
        this.view = view;
        keys.set(1, view.size() + 1);
        is(query.provider(), value -> row -> row.provider().equalsIgnoreCase(value));
        is(query.state(), value -> row -> row.state() == value);
        type(query.type());
        is(query.severity(), value -> row -> row.facts().severity() == value);
        is(query.severityAtLeast(), value -> row -> row.facts().severity().isAtLeast(value));
        is(query.classification(), value -> row -> row.facts().classification() == value);
        is(query.reboot(), value -> row -> row.facts().reboot() == value);
        is(query.eula(), value -> row -> row.facts().eula() == value);
        is(query.superseded(), value -> row -> view.isSuperseded(row) == value);
        is(query.architecture(), value -> row -> serves(row.facts().architecture(), value));
        is(query.language(), value -> row -> speaks(row.facts().languages(), value));
        is(query.releasedFrom(), value -> row -> !row.date().isBefore(value));
        is(query.releasedTo(), value -> row -> !row.date().isAfter(value));
        is(query.vendor(), value -> row -> row.facts().vendor().equalsIgnoreCase(value));
        reference(query.kb() == null ? null : kbNumber(query.kb()), Facts::kbArticles, index);
        reference(query.cve(), Facts::cves, index);
        reference(query.bulletin(), Facts::bulletins, index);
        is(query.product(), value -> byProducts(row -> has(view.productNames(row), value) || inFamily(row, value)));
        is(query.family(), value -> byProducts(row -> inFamily(row, value)));
        is(query.text(), value -> containsAll(Words.terms(value), index));
    }

    private <T> void is(@Nullable T value, Condition<T> condition) {
        if (value != null) {
            conditions.add(condition.of(value));
        }
    }

    /** Makes a test of rows from a value that was asked for. */
    private interface Condition<T> {
        Predicate<Row> of(T value);
    }

    private void type(@Nullable UpdateType type) {
        Set<UpdateType> types = type == null ? INSTALLABLE : EnumSet.of(type);
        conditions.add(row -> types.contains(row.facts().type()));
    }

    private static boolean serves(Architecture architecture, Architecture wanted) {
        return architecture == wanted || architecture == Architecture.ANY;
    }

    private static boolean speaks(Collection<String> languages, String wanted) {
        return languages.isEmpty() || has(languages, wanted);
    }

    private static boolean has(Collection<String> values, String wanted) {
        for (String value : values) {
            if (value.equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String kbNumber(String text) {
        String number = text.strip().toUpperCase(Locale.ROOT);
        return number.startsWith("KB") ? number.substring(2).strip() : number;
    }

    /**
     * References are rare, so the index tells where to look at all. It knows them by their words only: the row decides.
     */
    private void reference(@Nullable String value, Function<Facts, List<String>> references, TextIndex index) {
        if (value == null) {
            return;
        }
        conditions.add(row -> has(references.apply(row.facts()), value));
        String term = Words.of(value);
        if (!term.isEmpty()) {
            keys.and(index.rows(term));
        }
    }

    private boolean inFamily(Row row, String family) {
        return has(view.familyNames(row), family);
    }

    /**
     * A test that only looks at the products; rows of the same products share one list, so it is asked once for each
     * list.
     */
    private static Predicate<Row> byProducts(Predicate<Row> test) {
        IdentityHashMap<List<Product>, Boolean> known = new IdentityHashMap<>();
        return row -> known.computeIfAbsent(row.facts().products(), products -> test.test(row));
    }

    private Predicate<Row> containsAll(List<String> terms, TextIndex index) {
        Predicate<Row> all = row -> true;
        for (String term : terms) {
            BitSet contents = index.documents(term);
            Predicate<Row> named = byProducts(row -> isNamed(row, term));
            all = all.and(row -> contents.get(row.content()) || named.test(row));
        }
        return all;
    }

    private boolean isNamed(Row row, String term) {
        return view.productNames(row).stream().anyMatch(name -> Words.contain(Words.of(name), term));
    }

    private boolean matches(Row row) {
        for (Predicate<Row> condition : conditions) {
            if (!condition.test(row)) {
                return false;
            }
        }
        return true;
    }

    /** Calls for each row that matches, by key. */
    void forEach(Consumer<Row> action) {
        for (int key = keys.nextSetBit(0); key >= 0; key = keys.nextSetBit(key + 1)) {
            Row row = view.row(key);
            if (matches(row)) {
                action.accept(row);
            }
        }
    }
}
