package io.patchbay.provider.mozilla;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What product details say is current. */
final class ProductDetails {
    private static final String ESR = "esr";

    private ProductDetails() {}

    /** The newest release of every application and line of support, the release edition first. */
    static List<MozillaRelease> read(Snapshot snapshot) throws IOException, FeedException {
        List<MozillaRelease> releases = new ArrayList<>();
        for (Application application : Application.values()) {
            Set<String> tags = tags(application, Json.read(snapshot, application.versions()));
            Value details = Json.read(snapshot, application.details(), wanted(application, tags));
            for (String tag : tags) {
                releases.add(release(application, tag, details.get("releases")));
            }
        }
        return releases;
    }

    /** There are two thousand releases of which product details know the day. */
    private static Set<String> wanted(Application application, Set<String> tags) {
        Set<String> wanted = new HashSet<>(Set.of("releases", "date"));
        for (String tag : tags) {
            wanted.add(application.folder() + '-' + tag);
            wanted.add(first(application, tag));
            wanted.add(first(application, tag) + ESR);
        }
        return wanted;
    }

    /** The name of the release that began a line, but for its edition. */
    private static String first(Application application, String tag) {
        return application.folder() + '-' + tag.substring(0, tag.indexOf('.')) + ".0";
    }

    /** Each tag once: in the months before an ESR ends, two or three keys name the same release. */
    private static Set<String> tags(Application application, Value versions) throws FeedException {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(tag(versions.get("LATEST_" + application + "_VERSION")));
        List<Value> extended = versions.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith(application + "_ESR"))
                .map(Map.Entry::getValue)
                .toList();
        for (Value version : current(extended)) {
            tags.add(tag(version));
        }
        return tags;
    }

    /** A key that is empty or gone ends a line of support. That all are empty was seen only where product details were broken. */
    private static List<Value> current(List<Value> extended) throws FeedException {
        List<Value> current = extended.stream()
                .filter(version -> !version.isText() || !version.spelled().isBlank())
                .toList();
        if (current.isEmpty() && !extended.isEmpty()) {
            throw extended.get(0).failure("a version under one of these keys, all are empty");
        }
        return current;
    }

    private static String tag(Value value) throws FeedException {
        if (!MozillaRelease.isTag(value.text())) {
            throw value.failure("the version of a release");
        }
        return value.text();
    }

    private static MozillaRelease release(Application application, String tag, Value details) throws FeedException {
        String first = first(application, tag);
        LocalDate began = date(details.find(first));
        return new MozillaRelease(
                application,
                tag,
                date(details.find(application.folder() + '-' + tag)),
                began == null ? date(details.find(first + ESR)) : began);
    }

    private static @Nullable LocalDate date(Optional<Value> release) throws FeedException {
        return release.isPresent() ? release.get().get("date").day() : null;
    }
}
