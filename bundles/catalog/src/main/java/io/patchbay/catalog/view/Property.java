package io.patchbay.catalog.view;

import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.Evidence;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Product;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What rows are filtered and counted by. There are few distinct values of each, compared with the number of rows. */
final class Property<T> {
    static final Property<List<String>> PROVIDERS = new Property<>(View::providers);
    static final Property<State> STATE = new Property<>((view, row) -> row.state());
    static final Property<LocalDate> DATE = new Property<>((view, row) -> row.date());
    static final Property<UpdateType> TYPE = fact(Facts::type);
    static final Property<String> VENDOR = fact(Facts::vendor);
    static final Property<List<Product>> PRODUCTS = fact(Facts::products);
    static final Property<Classification> CLASSIFICATION = fact(Facts::classification);
    static final Property<Architecture> ARCHITECTURE = fact(Facts::architecture);
    static final Property<SortedSet<String>> LANGUAGES = fact(Facts::languages);
    static final Property<Severity> SEVERITY =
            new Property<>((view, row) -> view.traits(row).severity());
    static final Property<Boolean> EXPLOITED = fact(facts -> facts.threat().exploited());
    /** Empty where nobody gives one. */
    static final Property<Optional<Double>> SCORE =
            fact(facts -> Optional.ofNullable(facts.threat().score()));

    static final Property<Reboot> REBOOT =
            new Property<>((view, row) -> view.traits(row).reboot());
    static final Property<Boolean> EULA =
            new Property<>((view, row) -> view.traits(row).eula());
    /** Empty where there is no file. */
    static final Property<Optional<Evidence>> EVIDENCE =
            new Property<>((view, row) -> Optional.ofNullable(view.traits(row).evidence()));

    static final Property<Boolean> SUPERSEDED = new Property<>(View::isSuperseded);
    static final Property<Rollout> ROLLOUT = fact(Facts::rollout);
    static final Property<Boolean> CURRENT = new Property<>(View::isCurrent);
    static final Property<Boolean> PART = new Property<>(View::isPart);

    private final BiFunction<View, Row, T> value;

    private Property(BiFunction<View, Row, T> value) {
        this.value = value;
    }

    private static <T> Property<T> fact(Function<Facts, T> fact) {
        return new Property<>((view, row) -> fact.apply(row.facts()));
    }

    T of(View view, Row row) {
        return value.apply(view, row);
    }
}
