package io.patchbay.checks;

import io.patchbay.feeds.UpdateJson;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.Advisory;
import io.patchbay.model.Line;
import io.patchbay.model.Relationships;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot.Extent;
import io.patchbay.spi.UpdateSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a provider gives for a recorded case, and how the engine trusts it.
 *
 * @param signs whether one of its feeds is signed
 */
record Given(Policy policy, Extent extent, boolean signs, List<Update> updates) {
    /**
     * What is live, and what a snapshot then gives of which the review is to object to something.
     *
     * @param obstacle why there is no such thing of this provider; blank if there is
     */
    record Altered(List<Update> live, List<Update> next, String obstacle) {
        static Altered none(String obstacle) {
            return new Altered(List.of(), List.of(), obstacle);
        }
    }

    /** Remembers the updates that it is told of. */
    record Updates(List<Update> all) implements UpdateSink {
        Updates() {
            this(new ArrayList<>());
        }

        @Override
        public void accept(Update update) {
            all.add(update);
        }

        @Override
        public void accept(Advisory advisory) {
            // Advisories are not reviewed one by one.
        }
    }

    Given {
        updates = List.copyOf(updates);
    }

    /** The same as it is live, and then with one update in which whatever matches is replaced. */
    Altered edit(String pattern, String replacement) {
        return edit(update -> true, pattern, replacement);
    }

    /** As above, of an update that is a release of a line. */
    Altered editRelease(String pattern, String replacement) {
        return edit(update -> update.release().line() != null, pattern, replacement);
    }

    private Altered edit(Predicate<Update> wanted, String pattern, String replacement) {
        Pattern place = Pattern.compile(pattern);
        Optional<Update> found = find(
                update -> wanted.test(update) && place.matcher(json(update)).find());
        if (found.isEmpty()) {
            return Altered.none("no update of its has " + pattern);
        }
        return edited(found.get(), pattern, replacement)
                .map(edited -> new Altered(updates, with(found.get(), edited), ""))
                .orElse(Altered.none("its updates cannot have such"));
    }

    Optional<Update> find(Predicate<Update> wanted) {
        return updates.stream().filter(wanted).findFirst();
    }

    /** All, with one in the place of another. */
    List<Update> with(Update old, Update other) {
        return updates.stream()
                .map(update -> update.equals(old) ? other : update)
                .toList();
    }

    /** An update in which whatever matches is replaced in its JSON; empty if that is no update then. */
    static Optional<Update> edited(Update update, String pattern, String replacement) {
        String edited = json(update).replaceAll(pattern, replacement);
        try {
            return Optional.of(UpdateJson.read(edited.getBytes(StandardCharsets.UTF_8)));
        } catch (FeedException e) {
            return Optional.empty();
        }
    }

    private static String json(Update update) {
        return new String(UpdateJson.write(update), StandardCharsets.UTF_8);
    }

    /** The same update under another id. */
    static Update renamed(Update update) {
        return copy(update, UpdateId.parse(UUID.randomUUID().toString()), update.relationships());
    }

    static Update copy(Update update, UpdateId id, Relationships relationships) {
        return new Update(
                id,
                update.type(),
                update.vendorRevision(),
                update.publication(),
                update.release(),
                update.description(),
                update.security(),
                update.licensing(),
                relationships,
                update.files(),
                update.applicability(),
                update.installation(),
                update.sources());
    }

    /** All, and so many more that are no releases of a line. */
    List<Update> and(int more) {
        List<Update> many = new ArrayList<>(updates);
        Update lineless = edited(updates.get(0), "\"line\":\\{[^}]*},", "").orElseThrow();
        for (int i = 0; i < more; i++) {
            many.add(renamed(lineless));
        }
        return many;
    }

    /** The newest release of a line. */
    boolean isNewest(Update update) {
        Line line = update.release().line();
        return line != null
                && updates.stream()
                        .filter(other -> line.equals(other.release().line()))
                        .noneMatch(other -> other.release()
                                .version()
                                .isNewerThan(update.release().version()));
    }

    /** Whether a release has others beside it, for other processors or of other packages. */
    boolean hasSisters(Update update) {
        Line line = update.release().line();
        return line != null
                && updates.stream()
                        .anyMatch(other -> isSister(line, other.release().line()));
    }

    private static boolean isSister(Line line, Line other) {
        return other != null
                && !other.equals(line)
                && other.product().equals(line.product())
                && other.channel().equals(line.channel());
    }
}
