package io.patchbay.catalog.view;

import io.patchbay.catalog.Evidence;
import io.patchbay.catalog.Query;
import io.patchbay.model.Architecture;
import io.patchbay.model.Product;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateType;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a view that match a query. Used once, by one thread. */
final class Filter {
    private static final Set<UpdateType> INSTALLABLE =
            EnumSet.of(UpdateType.SOFTWARE, UpdateType.BUNDLE, UpdateType.DRIVER);

    private final View view;
    private final TextIndex index;
    private final BitSet keys;

    private Filter(View view, TextIndex index) {
        this.view = view;
        this.index = index;
        this.keys = view.keys();
    }

    /** The keys of the rows that match. */
    static BitSet keys(View view, Query query, TextIndex index) {
        Filter filter = new Filter(view, index);
        filter.references(query);
        filter.properties(query);
        filter.where(Property.PRODUCTS, query.product(), filter::isCalled);
        filter.where(Property.PRODUCTS, query.family(), filter::inFamily);
        if (query.text() != null) {
            Words.terms(query.text()).forEach(filter::contains);
        }
        return filter.keys;
    }

    /** References are rare, so they go first: what follows only looks at what is left. */
    private void references(Query query) {
        reference(query.kb() == null ? null : kbNumber(query.kb()), Facts::kbArticles);
        reference(query.cve(), Facts::cves);
        reference(query.bulletin(), Facts::bulletins);
    }

    private void properties(Query query) {
        Set<UpdateType> types = query.type() == null ? INSTALLABLE : EnumSet.of(query.type());
        where(Property.TYPE, types, (type, wanted) -> wanted.contains(type));
        where(Property.PROVIDERS, query.provider(), Filter::has);
        where(Property.STATE, query.state(), Objects::equals);
        where(Property.SEVERITY, query.severity(), Objects::equals);
        where(Property.SEVERITY, query.severityAtLeast(), Severity::isAtLeast);
        where(Property.EXPLOITED, query.exploited(), Objects::equals);
        where(Property.SCORE, query.scoreAtLeast(), (given, least) -> given.filter(score -> score >= least)
                .isPresent());
        where(Property.CLASSIFICATION, query.classification(), Objects::equals);
        where(Property.REBOOT, query.reboot(), Objects::equals);
        where(Property.EULA, query.eula(), Objects::equals);
        where(Property.EVIDENCE, query.evidence(), (given, wanted) -> given.filter(wanted::equals)
                .isPresent());
        where(Property.EVIDENCE, query.evidenceAtLeast(), Filter::isProven);
        where(Property.SUPERSEDED, query.superseded(), Objects::equals);
        where(Property.ROLLOUT, query.rollout(), Objects::equals);
        where(Property.CURRENT, query.current(), Objects::equals);
        where(Property.PART, query.part(), Objects::equals);
        where(Property.ARCHITECTURE, query.architecture(), Filter::serves);
        where(Property.LANGUAGES, query.language(), Filter::speaks);
        where(Property.DATE, query.releasedFrom(), (date, from) -> !date.isBefore(from));
        where(Property.DATE, query.releasedTo(), (date, to) -> !date.isAfter(to));
        where(Property.VENDOR, query.vendor(), String::equalsIgnoreCase);
    }

    private <T, V> void where(Property<T> property, @Nullable V wanted, BiPredicate<? super T, ? super V> test) {
        if (wanted != null) {
            retain(view.column(property).where(value -> test.test(value, wanted)));
        }
    }

    private void retain(IntPredicate condition) {
        for (int key = keys.nextSetBit(0); key >= 0; key = keys.nextSetBit(key + 1)) {
            if (!condition.test(key)) {
                keys.clear(key);
            }
        }
    }

    private static boolean isProven(Optional<Evidence> given, Evidence least) {
        return given.filter(grade -> grade.isAtLeast(least)).isPresent();
    }

    private static boolean serves(Architecture architecture, Architecture wanted) {
        return architecture == wanted || architecture == Architecture.ANY;
    }

    private static boolean speaks(Collection<String> languages, String wanted) {
        return languages.isEmpty()
                || languages.stream().anyMatch(each -> isWithin(each, wanted) || isWithin(wanted, each));
    }

    /** Whether a language is another one or that one of a region, as {@code en-US} is {@code en}. */
    private static boolean isWithin(String language, String other) {
        int length = other.length();
        return language.regionMatches(true, 0, other, 0, length)
                && (language.length() == length || language.charAt(length) == '-');
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
     * The index tells where to look at all. It knows references by their words only, and not those of advisories: the row decides.
     */
    private void reference(@Nullable String value, Function<Facts, List<String>> references) {
        if (value == null) {
            return;
        }
        String term = Words.of(value);
        if (!term.isEmpty()) {
            BitSet candidates = view.keysOf(index.documents(term, view.contents()));
            candidates.or(view.advised());
            keys.and(candidates);
        }
        retain(key -> has(references.apply(view.row(key).facts()), value));
    }

    private boolean isCalled(List<Product> products, String name) {
        return has(view.names().products(products), name) || inFamily(products, name);
    }

    private boolean inFamily(List<Product> products, String family) {
        return has(view.names().families(products), family);
    }

    private void contains(String term) {
        BitSet found = view.keysOf(index.documents(term, view.contents()));
        IntPredicate named = view.column(Property.PRODUCTS).where(products -> isNamed(products, term));
        BitSet advised = view.advised();
        advised.and(keys);
        found.or(refersTo(advised, term));
        retain(key -> found.get(key) || named.test(key));
    }

    /** Those to which advisories give a reference with the term. */
    private BitSet refersTo(BitSet advised, String term) {
        BitSet found = new BitSet();
        advised.stream().filter(key -> view.row(key).facts().refersTo(term)).forEach(found::set);
        return found;
    }

    private boolean isNamed(List<Product> products, String term) {
        return view.names().products(products).stream().anyMatch(name -> Words.contain(Words.of(name), term));
    }
}
