package io.patchbay.provider.mozilla;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What product details say is current. */
final class Releases {
    private Releases() {}

    /** The newest release of every application and line of support, the release edition first. */
    static List<MozillaRelease> read(Snapshot snapshot) throws IOException, FeedException {
        List<MozillaRelease> releases = new ArrayList<>();
        for (Application application : Application.values()) {
            Value details = Json.read(snapshot, application.details()).get("releases");
            for (String tag : tags(application, Json.read(snapshot, application.versions()))) {
                releases.add(release(application, tag, details));
            }
        }
        return releases;
    }

    /** Each tag once: in the months before an ESR ends, two or three keys name the same release. */
    private static Set<String> tags(Application application, Value versions) throws FeedException {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(tag(versions.get(application.latestKey())));
        tags.addAll(esrTags(application, versions));
        return tags;
    }

    /** A key that is empty or gone ends a line. That all are empty was seen only where product details were broken. */
    private static Set<String> esrTags(Application application, Value versions) throws FeedException {
        Set<String> tags = new LinkedHashSet<>();
        List<Value> empty = new ArrayList<>();
        for (Map.Entry<String, Value> field : versions.fields().entrySet()) {
            if (!field.getKey().startsWith(application.esrKeys())) {
                continue;
            }
            if (field.getValue().text().isBlank()) {
                empty.add(field.getValue());
            } else {
                tags.add(tag(field.getValue()));
            }
        }
        if (tags.isEmpty() && !empty.isEmpty()) {
            throw empty.get(0).failure("a version under some key " + application.esrKeys() + "…, all are empty");
        }
        return tags;
    }

    private static String tag(Value value) throws FeedException {
        String tag = value.text();
        if (!MozillaRelease.isTag(tag)) {
            throw value.failure("the version of a release");
        }
        return tag;
    }

    private static MozillaRelease release(Application application, String tag, Value details) throws FeedException {
        String first = tag.substring(0, tag.indexOf('.')) + ".0";
        LocalDate began = date(application, first, details);
        return new MozillaRelease(
                application,
                tag,
                date(application, tag, details),
                began == null ? date(application, first + "esr", details) : began);
    }

    private static @Nullable LocalDate date(Application application, String tag, Value details) throws FeedException {
        Optional<Value> release = details.find(application.folder() + '-' + tag);
        return release.isEmpty() ? null : date(release.get().get("date"));
    }

    private static LocalDate date(Value value) throws FeedException {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeParseException e) {
            throw value.failure("a date");
        }
    }

    /** The major versions of extended support whose installations look like this release's. */
    static List<Integer> otherLines(MozillaRelease release, List<MozillaRelease> releases) {
        Application application = release.application();
        if (application.esrInstallsByName()) {
            return List.of();
        }
        return releases.stream()
                .filter(other -> other.application() == application && other.isEsr())
                .map(MozillaRelease::majorVersion)
                .sorted()
                .toList();
    }
}
