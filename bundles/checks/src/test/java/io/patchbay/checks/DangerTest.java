package io.patchbay.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.patchbay.checks.planted.Planted;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody does what is dangerous but who must. */
class DangerTest {
    private static final JavaClasses SHIPPED = Shipped.classes();
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackagesOf(Planted.class);

    @ParameterizedTest
    @EnumSource
    void isLeftToAFewClasses(Danger danger) {
        danger.rule().check(SHIPPED);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWhereverItIsPlanted(Danger danger) {
        assertTrue(danger.rule().evaluate(PLANTED).hasViolation());
        Set<String> missed =
                danger.uses().stream().filter(use -> !isUsed(use, PLANTED)).collect(Collectors.toSet());
        assertEquals(Set.of(), missed, "nothing of the kind is planted, or it is not found");
    }

    @ParameterizedTest
    @EnumSource
    void isAllowedToNobodyWhoDoesNotNeedIt(Danger danger) {
        Set<String> needless = new TreeSet<>(danger.allowed());
        needless.removeIf(name -> danger.uses().stream().anyMatch(use -> isUsed(use, inFileOf(name))));
        assertEquals(Set.of(), needless);
    }

    /** A class that nobody looks at may do anything. */
    @Test
    void looksAtEveryClassThatIsShipped() {
        Set<String> missed = Shipped.sources();
        SHIPPED.forEach(each -> missed.remove(each.getName()));
        assertEquals(Set.of(), missed, "no bundle of the launcher has these");
    }

    private static JavaClasses inFileOf(String name) {
        return SHIPPED.that(DescribedPredicate.describe(
                "are in the file of " + name, each -> Shipped.outermost(each).equals(name)));
    }

    private static boolean isUsed(String use, JavaClasses classes) {
        return noClasses()
                .should(Danger.use(use))
                .allowEmptyShould(true)
                .evaluate(classes)
                .hasViolation();
    }
}
