package io.patchbay.provider.oracle.java;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest release of one line of long-term support.
 *
 * @param family the line: 8, 11, 17, 21, …
 * @param version {@code 8u491}, {@code 21.0.11}
 * @param build the build that was released
 * @param released the day of the release
 * @param free whether anybody may download and use it, by Oracle's terms for the line
 * @param riskMatrix the name of the page of what it fixes, {@code cpuapr2026.html}; blank if it is no security release
 * @param support until when the line is supported, in Oracle's words: a month or a day; blank if Oracle does not say
 * @param endOfLife the last day of that; null likewise
 */
record JavaRelease(
        int family,
        String version,
        long build,
        LocalDate released,
        boolean free,
        String riskMatrix,
        String support,
        @Nullable LocalDate endOfLife) {
    private static final Pattern RISK_MATRIX =
            Pattern.compile("https://www\\.oracle\\.com/security-alerts/([a-z0-9-]{1,40}\\.html)(?:#.*)?");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])");
    private static final Pattern OTHER_EDITION = Pattern.compile("[^+]*-.*");

    /** A release of any line, as far as it is needed to tell which is the newest. */
    private record Listed(Value release, int family, LocalDate day) {
        static Listed of(Value release) throws FeedException {
            int family = Math.toIntExact(release.get("family").number());
            return new Listed(release, family, release.get("ga").day());
        }

        /** Updates of other editions, such as {@code 8u461-perf}, are lines of their own, and not for everybody. */
        boolean isOfLine() throws FeedException {
            boolean supported = family == 8 || family == 11 || (family >= 17 && (family - 17) % 4 == 0);
            return supported
                    && !OTHER_EDITION.matcher(release.get("version").text()).matches();
        }
    }

    /** The newest of each line. */
    static List<JavaRelease> read(Snapshot snapshot) throws IOException, FeedException {
        Value list = Json.read(snapshot, OracleJavaProvider.RELEASES);
        List<Listed> released = released(list);
        Map<Integer, LocalDate> begun = new TreeMap<>();
        for (Listed listed : released) {
            begun.merge(listed.family(), listed.day(), (a, b) -> a.isBefore(b) ? a : b);
        }
        Map<Integer, JavaRelease> newest = new TreeMap<>();
        for (Listed listed : released) {
            if (listed.isOfLine()) {
                JavaRelease read = read(listed, begun);
                newest.merge(read.family(), read, (a, b) -> b.replaces(a.version) ? b : a);
            }
        }
        if (newest.isEmpty()) {
            String expected = "expected releases of lines of long-term support, found none";
            throw new FeedException(OracleJavaProvider.RELEASES.name(), "/data/releases", expected);
        }
        return List.copyOf(newest.values());
    }

    /** What had been released when the list was made: it has planned releases, too, some of them marked as delivered. */
    private static List<Listed> released(Value list) throws FeedException {
        LocalDate generated = list.get("generated").day();
        List<Listed> released = new ArrayList<>();
        for (Value release : list.get("data").get("releases").items()) {
            if (release.get("status").text().equals("delivered")) {
                released.add(Listed.of(release));
            }
        }
        released.removeIf(listed -> listed.day().isAfter(generated));
        return released;
    }

    private static JavaRelease read(Listed listed, Map<Integer, LocalDate> begun) throws FeedException {
        Value release = listed.release();
        int family = listed.family();
        LocalDate day = listed.day();
        // Oracle's free terms end a year after the next line of long-term support has begun.
        LocalDate next = begun.get(family + 4);
        return new JavaRelease(
                family,
                release.get("version").version(scheme(family)),
                release.find("gabuild").isPresent() ? release.get("gabuild").number() : 0,
                day,
                family >= 17 && (next == null || day.isBefore(next.plusYears(1))),
                riskMatrix(release),
                release.optionalText("eosl").orElse(""),
                endOfLife(release.find("eosl")));
    }

    private static String riskMatrix(Value release) throws FeedException {
        Optional<Value> address = release.find("riskmatrix");
        if (address.isEmpty()) {
            return "";
        }
        String expected = "the address of one of Oracle's security alerts";
        return address.get().passage().match(RISK_MATRIX, expected).get(0).text();
    }

    private static @Nullable LocalDate endOfLife(Optional<Value> end) throws FeedException {
        if (end.isEmpty()) {
            return null;
        }
        return MONTH.matcher(end.get().text()).matches()
                ? YearMonth.parse(end.get().text()).atEndOfMonth()
                : end.get().day();
    }

    private static VersionScheme scheme(int family) {
        return family == 8 ? VersionScheme.JAVA_8 : VersionScheme.JDK;
    }

    /** Whether a version that is said to be affected is an older one of this line. */
    boolean replaces(String affected) {
        VersionScheme scheme = scheme(family);
        if (!scheme.accepts(affected) || scheme.comparator().compare(affected, version) >= 0) {
            return false;
        }
        return family == 8 || scheme.comparator().compare(affected, Integer.toString(family)) >= 0;
    }

    /** Java 8 and JDK 11 have packages of their own; all later ones have packages of one form. */
    List<WindowsPackage> packages() {
        String group = family < 17 ? Integer.toString(family) : "jdk";
        return OracleJavaProvider.VENDOR.packages(group, known());
    }

    /** {@code 8u491} of build 10 is {@code 8.0.4910.10} among the installed programs, {@code 21.0.11} is {@code 21.0.11.0}. */
    private Version known() {
        if (family == 8) {
            int update = Integer.parseInt(version.substring(2));
            String tag = "1.8.0_%d-b%02d".formatted(update, build);
            return new Version(scheme(family), version, version, "8.0." + update * 10 + '.' + build, tag);
        }
        long dots = version.chars().filter(character -> character == '.').count();
        String padded = version + ".0".repeat((int) (3 - dots));
        return new Version(scheme(family), version, version, padded, version + '+' + build + "-LTS");
    }
}
