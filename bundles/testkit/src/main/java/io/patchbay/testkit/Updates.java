package io.patchbay.testkit;

import static io.patchbay.testkit.Contract.check;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Line;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.Version;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold for the updates of one snapshot. */
final class Updates {
    private Updates() {}

    static void checkIds(List<Update> updates) {
        Set<UpdateId> ids = new HashSet<>();
        for (Update update : updates) {
            check(ids.add(update.id()), "two updates have the id " + update.id());
        }
    }

    /** Of two updates of one version in one line neither supersedes the other, and both would be offered. */
    static void checkLines(List<Update> updates) {
        Map<Line, Set<String>> versions = new HashMap<>();
        for (Update update : updates) {
            Line line = update.release().line();
            Version version = update.release().version();
            if (line != null && version != null) {
                Comparator<String> order = version.scheme().comparator();
                boolean isNew = versions.computeIfAbsent(line, l -> new TreeSet<>(order))
                        .add(version.canonical());
                check(isNew, "the line " + line + " has two updates of version " + version.canonical());
            }
        }
    }

    static void checkLinks(Update update) {
        for (ContentFile file : update.files()) {
            for (URI url : file.urls()) {
                checkAddress(name(update), url);
                boolean secured =
                        "https".equals(url.getScheme()) || !file.digests().isEmpty();
                check(secured, name(update) + ": neither https nor a digest: " + url);
            }
        }
        Description description = update.description();
        Stream.concat(
                        description.moreInfo().stream(),
                        Stream.of(description.releaseNotes(), description.support())
                                .filter(Objects::nonNull))
                .forEach(url -> checkAddress(name(update), url));
    }

    static void checkAddress(String whose, URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        check(web && url.getHost() != null, whose + ": not an absolute address of the web: " + url);
        check(url.getRawUserInfo() == null, whose + ": an address with a user: " + url);
    }

    /** What a document cut short may give: updates of the whole, each with the same content or fewer files, bulletins and CVEs. */
    static void checkSubset(List<Update> some, List<Update> all) {
        checkIds(some);
        Map<UpdateId, Update> whole = new HashMap<>();
        all.forEach(update -> whole.put(update.id(), update));
        for (Update update : some) {
            check(isPart(update, whole.get(update.id())), name(update) + ": not what the whole document gives");
        }
    }

    private static boolean isPart(Update part, @Nullable Update whole) {
        return whole != null
                && whole.files().containsAll(part.files())
                && whole.security().bulletins().containsAll(part.security().bulletins())
                && whole.security().cves().containsAll(part.security().cves())
                && whole.sources().entrySet().containsAll(part.sources().entrySet())
                && completed(part, whole).equals(whole);
    }

    private static Update completed(Update part, Update whole) {
        Security security = new Security(
                part.security().severity(),
                part.security().vendorSeverity(),
                whole.security().bulletins(),
                whole.security().cves());
        return new Update(
                part.id(),
                part.type(),
                part.vendorRevision(),
                part.publication(),
                part.release(),
                part.description(),
                security,
                part.licensing(),
                part.relationships(),
                whole.files(),
                part.applicability(),
                part.installation(),
                whole.sources());
    }

    private static String name(Update update) {
        return "update " + update.id() + " (" + update.description().title() + ")";
    }
}
