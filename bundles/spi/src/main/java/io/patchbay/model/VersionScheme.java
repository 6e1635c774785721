package io.patchbay.model;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the versions of one product line are written and ordered. A text that the scheme does not know is refused, never guessed at:
 * an unknown version that sorted anywhere would supersede the wrong release.
 */
public enum VersionScheme {
    /** One to six numbers with dots between them; missing ones count as 0, so {@code 0.83} equals {@code 0.83.0.0}. */
    DOTTED("[0-9]{1,18}(\\.[0-9]{1,18}){0,5}") {
        @Override
        int compareValid(String left, String right) {
            return compareDotted(left, right);
        }
    },

    /**
     * Mozilla's: two to four numbers, then {@code bN} for a beta or {@code aN} for a nightly, both before the release, then {@code
     * esr}, which does not order: {@code 138.0a1 < 138.0b1 < 138.0 < 138.0.1}.
     */
    MOZILLA("[0-9]{1,9}(\\.[0-9]{1,9}){1,3}([ab][0-9]{1,9})?(esr)?") {
        @Override
        int compareValid(String left, String right) {
            Matcher a = parts(left);
            Matcher b = parts(right);
            int numbers = compareDotted(a.group(1), b.group(1));
            return numbers != 0 ? numbers : Long.compare(stage(a), stage(b));
        }

        private static Matcher parts(String version) {
            Matcher matcher = MOZILLA_PARTS.matcher(version);
            if (!matcher.matches()) {
                throw new IllegalStateException("checked before: " + version);
            }
            return matcher;
        }

        /** Nightlies before betas before the release, each by its own number. */
        private static long stage(Matcher parts) {
            String stage = parts.group(2);
            if (stage == null) {
                return Long.MAX_VALUE;
            }
            long number = Long.parseLong(stage.substring(1));
            return stage.charAt(0) == 'a' ? number : number + 1_000_000_000L;
        }
    };

    private static final Pattern MOZILLA_PARTS = Pattern.compile("([0-9.]+)([ab][0-9]+)?(?:esr)?");

    private final Pattern grammar;

    VersionScheme(String grammar) {
        this.grammar = Pattern.compile(grammar);
    }

    abstract int compareValid(String left, String right);

    /** Whether the text is a version of this scheme. */
    public boolean accepts(String version) {
        return grammar.matcher(version).matches();
    }

    /**
     * Orders versions, oldest first. Two texts of one version, such as {@code 0.83} and {@code 0.83.0.0}, are equal in this order.
     * The comparator throws {@link IllegalArgumentException} for a text that the scheme does not accept.
     */
    public Comparator<String> comparator() {
        return (left, right) -> compareValid(check(left), check(right));
    }

    /** Returns the version as it is, or throws {@link IllegalArgumentException} if the scheme does not accept it. */
    public String check(String version) {
        if (!accepts(version)) {
            throw new IllegalArgumentException("not a version of scheme " + this + ": \"" + version + '"');
        }
        return version;
    }

    private static int compareDotted(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int order = number(a, i).compareTo(number(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger number(String[] parts, int index) {
        return index < parts.length ? new BigInteger(parts[index]) : BigInteger.ZERO;
    }
}
