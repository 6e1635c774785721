package io.patchbay.sync.review;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds characters that steer a terminal, or make a text read otherwise than it is written. */
final class PlainText {
    private PlainText() {}

    /** The first such character, as {@code U+202E}. */
    static Optional<String> findSteering(String text) {
        return text.chars()
                .filter(PlainText::isSteering)
                .mapToObj(c -> String.format("U+%04X", c))
                .findFirst();
    }

    private static boolean isSteering(int character) {
        return Character.isISOControl(character)
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }

    /** Refuses an update by whose names or versions somebody was to be deceived: no vendor writes such. */
    static void require(Update update) throws FeedException {
        Optional<String> found =
                names(update).flatMap(name -> findSteering(name).stream()).findFirst();
        if (found.isPresent()) {
            throw new FeedException(
                    Code.CONTROL_OR_BIDI_CHARS,
                    "update " + update.id(),
                    "names of files, addresses and version",
                    "expected plain text, found the character " + found.get());
        }
    }

    private static Stream<String> names(Update update) {
        Version version = update.release().version();
        Stream<String> versions = version == null ? Stream.empty() : Stream.of(version.canonical(), version.display());
        return Stream.concat(versions, update.files().stream().flatMap(PlainText::names));
    }

    private static Stream<String> names(ContentFile file) {
        return Stream.concat(Stream.of(file.name()), file.urls().stream().map(url -> url.toString()));
    }
}
