package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.ContentFile;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What three other tools know of Mozilla's releases. They know betas and packages of all languages for the Microsoft Store, too, which are not
 * offered here, and product codes with a version in them, where our rules look for the names of programs.
 */
class KnownInstallersTest {
    private static final List<String> TOOLS = List.of("normalised-dumplings", "normalised-apptracker", "scoop");
    private static final String DIGEST = "ab".repeat(64);

    private static final Pattern ADDRESS = Pattern.compile(
            "https://(?:download-installer\\.cdn|archive)\\.mozilla\\.(?:net|org)/pub/(firefox|thunderbird)/releases/([0-9.]+(?:esr)?)/"
                    + "(win[^/\"]*/(?!multi/)[^/\"]*/(?:Firefox|Thunderbird)(?: |%20)Setup(?: |%20)[0-9.]+(?:esr)?\\.(?:exe|msi))"
                    + "(?:#/dl\\.7z\",\\s*\"hash\": \"sha512:([0-9a-f]{128}))?");

    private static final String UNKNOWN = "0".repeat(128);

    private static final Pattern VERSION = Pattern.compile("(?m)^Version: (\\S+)$");
    private static final Pattern RELEASED = Pattern.compile("(?m)^ReleaseTime: '?([0-9-]{10})");

    /** An application and a release of it. */
    private record Release(String application, String tag) implements Comparable<Release> {
        private String document() {
            return "sha512sums/" + application + '-' + tag;
        }

        @Override
        public int compareTo(Release other) {
            return document().compareTo(other.document());
        }
    }

    @Test
    void givesTheAddressAndTheDigestThatOthersKnow() throws IOException, FeedException {
        SortedMap<Release, SortedMap<String, String>> known = new TreeMap<>();
        for (String text : texts(TOOLS)) {
            for (MatchResult installer :
                    (Iterable<MatchResult>) ADDRESS.matcher(text).results()::iterator) {
                known.computeIfAbsent(new Release(installer.group(1), installer.group(2)), release -> new TreeMap<>())
                        .merge(
                                installer.group(3).replace("%20", " "),
                                Optional.ofNullable(installer.group(4)).orElse(DIGEST),
                                (one, two) -> one.equals(DIGEST) ? two : one);
            }
        }
        if (known.isEmpty()) {
            return;
        }
        for (Map.Entry<Release, SortedMap<String, String>> release : known.entrySet()) {
            assertEquals(expected(release.getKey(), release.getValue()), found(release.getKey(), release.getValue()));
        }
        int count = known.values().stream().mapToInt(Map::size).sum();
        System.out.printf("mozilla: %d installers of %d releases that others know%n", count, known.size());
        assertTrue(known.size() > 100 && count > 3_000, known.size() + " releases, " + count + " installers");
    }

    private static Set<String> expected(Release release, SortedMap<String, String> installers) {
        String folder = "https://download-installer.cdn.mozilla.net/pub/" + release.application() + "/releases/"
                + release.tag() + '/';
        return installers.entrySet().stream()
                .map(file -> folder + file.getKey().replace(" ", "%20") + ' ' + file.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Release release, SortedMap<String, String> installers)
            throws IOException, FeedException {
        String list = complete(installers).entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + '\n')
                .collect(Collectors.joining());
        InMemorySnapshot snapshot = new InMemorySnapshot(new TreeMap<>()).with(release.document(), list);
        Application application =
                release.application().equals("firefox") ? Application.FIREFOX : Application.THUNDERBIRD;
        Map<String, List<ContentFile>> files = Installers.read(
                        snapshot, new MozillaRelease(application, release.tag(), null, null))
                .files();
        return files.values().stream()
                .flatMap(List::stream)
                .filter(file -> !file.digests().get(0).value().equals(UNKNOWN))
                .map(file -> file.urls().get(0) + " " + file.digests().get(0).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With those that the others do not know, as Mozilla's own list has them. */
    private static SortedMap<String, String> complete(SortedMap<String, String> installers) {
        SortedMap<String, String> complete = new TreeMap<>(installers);
        Set<String> platforms = new TreeSet<>(Set.of("win32", "win64"));
        installers.keySet().forEach(path -> platforms.add(path.substring(0, path.indexOf('/'))));
        Set<String> files = installers.keySet().stream()
                .map(path -> path.substring(path.indexOf('/')))
                .collect(Collectors.toSet());
        Set<String> names = files.stream()
                .map(file -> file.substring(file.lastIndexOf('/')))
                .collect(Collectors.toSet());
        names.add(names.iterator().next().replaceFirst("msi$", "exe"));
        for (String platform : platforms) {
            for (String file : files) {
                String folder = platform + file.substring(0, file.lastIndexOf('/'));
                names.forEach(name -> complete.putIfAbsent(folder + name, UNKNOWN));
            }
        }
        return complete;
    }

    /**
     * Asked of Mozilla's details of March 2025 as if each release that others know, too, were the current one. Of some small releases of Firefox
     * the others tell the day of a major release, because they took it from the calendar of these.
     */
    @ParameterizedTest
    @CsvSource({
        "Firefox, firefox, 136.0.2, ''",
        "Firefox.ESR, firefox, 128.8.0esr, esr",
        "Thunderbird, thunderbird, 136.0.1, ''",
        "Thunderbird.ESR, thunderbird, 128.8.1esr, esr"
    })
    void givesTheDayThatOthersKnow(String product, String application, String current, String edition)
            throws IOException, FeedException {
        Optional<Path> samples = Samples.feeds("mozilla/product-details/1.0");
        if (samples.isEmpty()) {
            return;
        }
        InMemorySnapshot details = InMemorySnapshot.of(samples.get(), "");
        String releases = details.text(application + ".json");
        String calendar = details.text(application + "_history_major_releases.json");
        Map<String, LocalDate> days = new TreeMap<>();
        Map<String, LocalDate> found = new TreeMap<>();
        for (String log : texts(List.of("normalised-dumplings/Mozilla." + product))) {
            Matcher version = VERSION.matcher(log);
            Matcher released = RELEASED.matcher(log);
            if (version.find()
                    && released.find()
                    && releases.contains('"' + application + '-' + version.group(1) + edition + '"')) {
                String tag = version.group(1) + edition;
                days.put(tag, LocalDate.parse(released.group(1)));
                ProductDetails.read(details.replacing(application + "_versions.json", current, tag)).stream()
                        .filter(release -> release.tag().equals(tag)
                                && release.application().name().equalsIgnoreCase(application))
                        .forEach(release -> found.put(tag, release.date()));
            }
        }
        Set<String> differing = new TreeSet<>(days.keySet());
        differing.removeIf(tag -> days.get(tag).equals(found.get(tag)));
        assertTrue(
                differing.stream().allMatch(tag -> calendar.contains("\"" + days.get(tag) + '"')),
                () -> days + " and " + found);
        assertEquals(product.equals("Firefox") ? 5 : 0, differing.size(), differing.toString());
        System.out.printf("mozilla: days of %s: %s%n", product, days.keySet());
    }

    private static List<String> texts(List<String> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            Optional<Path> samples = Samples.feeds("mozilla/" + folder);
            if (samples.isPresent()) {
                try (Stream<Path> all = Files.walk(samples.get())) {
                    all.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            }
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        return texts;
    }
}
