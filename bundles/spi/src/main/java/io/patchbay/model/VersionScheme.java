package io.patchbay.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the versions of one product line are written and ordered. A text that the scheme does not know is refused, never guessed at:
 * an unknown version that sorted anywhere would supersede the wrong release. Where a vendor writes one version in several ways, the
 * scheme of its line knows them all, and they are equal.
 */
public enum VersionScheme {
    /** One to six numbers with dots between them; missing ones count as 0, so {@code 0.83} equals {@code 0.83.0.0}. */
    DOTTED("[0-9]{1,18}(?:\\.[0-9]{1,18}){0,5}"),

    /**
     * Mozilla's: two to four numbers, then {@code bN} for a beta or {@code aN} for a nightly, both before the release, then {@code
     * esr}, which does not order: {@code 138.0a1 < 138.0b1 < 138.0 < 138.0.1}.
     */
    MOZILLA("([0-9]{1,9})\\.([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?(?:([ab])([0-9]{1,9}))?(?:esr)?") {
        @Override
        List<Long> numbers(MatchResult version) {
            return List.of(
                    number(version, 1), number(version, 2), number(version, 3), number(version, 4), stage(version));
        }

        /** Nightlies before betas before the release, each by its own number. */
        private static long stage(MatchResult version) {
            if (version.group(5) == null) {
                return Long.MAX_VALUE;
            }
            return version.group(5).equals("a") ? number(version, 6) : number(version, 6) + 1_000_000_000L;
        }
    },

    /** Exactly four numbers, as Chrome and Flash Player count: {@code 99.0.4844.51 < 100.0.4896.60}; Flash's commas are dots. */
    FOUR_NUMBERS("[0-9]{1,9}(?:[.,][0-9]{1,9}){3}"),

    /**
     * Adobe's continuous track, whose last number begins with 2. {@code 24.001.20604}, {@code 2024.001.20604}, {@code 2400120604} and
     * {@code 24.1.20604} are one version.
     */
    ADOBE_CONTINUOUS("(?:20)?([0-9]{2})\\.([0-9]{1,3})\\.(2[0-9]{4})|([0-9]{2})([0-9]{3})(2[0-9]{4})"),

    /** Adobe's classic tracks, whose last number begins with 3: {@code 20.005.30838}, in the same spellings. Each year is a line. */
    ADOBE_CLASSIC("(?:20)?([0-9]{2})\\.([0-9]{1,3})\\.(3[0-9]{4})|([0-9]{2})([0-9]{3})(3[0-9]{4})"),

    /** 7-Zip's year and number: {@code 24.07} is {@code 24.07.00.0} of the MSI and {@code 2407} of the file name. */
    SEVEN_ZIP("([0-9]{1,2})\\.([0-9]{1,2})(?:\\.00\\.0)?|([0-9]{1,2})([0-9]{2})"),

    /**
     * Notepad++'s one to four numbers, after the first of one digit each, with or without {@code v}: {@code 8.8.9 < 8.9 < 8.9.6.4}.
     * What its updater calls {@code 8.97} cannot be told apart from another version by its digits, and is refused.
     */
    NOTEPAD_PLUS_PLUS("v?[0-9]{1,2}(?:\\.[0-9]){0,3}"),

    /** PuTTY's two numbers, {@code 0.9 < 0.70 < 0.83}; {@code 0.83.0.0} of its files is {@code 0.83}. */
    PUTTY("[0-9]{1,4}\\.[0-9]{1,4}(?:\\.0\\.0)?"),

    /** VLC's three or four numbers: {@code 3.0.17 < 3.0.17.4 < 3.0.18}. */
    VLC("[0-9]{1,4}(?:\\.[0-9]{1,4}){2,3}"),

    /**
     * The updates of Java 8: {@code 8u401} is {@code 1.8.0_401}, and {@code 8.0.4010.10} of the MSI, which counts updates by tens. A
     * build, as in {@code 1.8.0_401-b10}, comes after the update without one. Those of other editions, {@code 8u461-perf}, are refused.
     */
    JAVA_8("8u([0-9]{1,4})|1\\.8\\.0_([0-9]{1,4})(?:-b([0-9]{2}))?|8\\.0\\.([0-9]{1,4})0\\.[0-9]{1,3}"),

    /** The JDK's one to four numbers, then a build: {@code 21 < 21.0.1}, {@code 21.0.12 < 21.0.12+8-LTS}. Each major one is a line. */
    JDK("([0-9]{1,3})(?:\\.([0-9]{1,4}))?(?:\\.([0-9]{1,4}))?(?:\\.([0-9]{1,4}))?(?:\\+([0-9]{1,3})(?:-LTS)?)?") {
        @Override
        List<Long> numbers(MatchResult version) {
            return List.of(
                    number(version, 1), number(version, 2), number(version, 3), number(version, 4), number(version, 5));
        }
    };

    private final Pattern grammar;

    /** {@code grammar}: its groups are the numbers to compare; without groups, all runs of digits are. */
    VersionScheme(String grammar) {
        this.grammar = Pattern.compile(grammar);
    }

    /** What is compared, the most significant number first; missing ones at the end count as 0. */
    List<Long> numbers(MatchResult version) {
        return version.groupCount() == 0 ? runs(version.group()) : groups(version);
    }

    private static List<Long> runs(String version) {
        List<Long> numbers = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= version.length(); i++) {
            if (i == version.length() || !isDigit(version.charAt(i))) {
                if (i > start) {
                    numbers.add(Long.parseLong(version, start, i, 10));
                }
                start = i + 1;
            }
        }
        return numbers;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static List<Long> groups(MatchResult version) {
        List<Long> numbers = new ArrayList<>();
        for (int group = 1; group <= version.groupCount(); group++) {
            if (version.group(group) != null) {
                numbers.add(number(version, group));
            }
        }
        return numbers;
    }

    private static long number(MatchResult version, int group) {
        String digits = version.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Whether the text is a version of this scheme. */
    public boolean accepts(String version) {
        return grammar.matcher(version).matches();
    }

    /**
     * Orders versions, oldest first. Two texts of one version, such as {@code 0.83} and {@code 0.83.0.0}, are equal in this order.
     * The comparator throws {@link IllegalArgumentException} for a text that the scheme does not accept.
     */
    public Comparator<String> comparator() {
        return Comparator.comparing(version -> new Place(numbers(match(version))));
    }

    /** Where a version stands in the order of the scheme; empty if the text is none. */
    public Optional<Place> place(String version) {
        Matcher matcher = grammar.matcher(version);
        return matcher.matches() ? Optional.of(new Place(numbers(matcher))) : Optional.empty();
    }

    /**
     * Where a version stands in the order of its scheme: for who compares one with many. Two texts of one version have the same place.
     * Immutable.
     */
    public static final class Place implements Comparable<Place> {
        private final List<Long> numbers;

        private Place(List<Long> numbers) {
            this.numbers = numbers;
        }

        @Override
        public int compareTo(Place other) {
            for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
                int order = Long.compare(number(i), other.number(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private long number(int index) {
            return index < numbers.size() ? numbers.get(index) : 0;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && compareTo(place) == 0;
        }

        /** Zeros at the end do not count, and add nothing here. */
        @Override
        public int hashCode() {
            int hash = 0;
            for (int i = numbers.size() - 1; i >= 0; i--) {
                hash = 31 * hash + numbers.get(i).hashCode();
            }
            return hash;
        }
    }

    /** Returns the version as it is, or throws {@link IllegalArgumentException} if the scheme does not accept it. */
    public String check(String version) {
        match(version);
        return version;
    }

    private MatchResult match(String version) {
        Matcher matcher = grammar.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a version of scheme " + this + ": \"" + version + '"');
        }
        return matcher;
    }
}
