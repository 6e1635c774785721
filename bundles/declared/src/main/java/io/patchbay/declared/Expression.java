package io.patchbay.declared;

import io.patchbay.declared.Lookup.Checksum;
import io.patchbay.declared.Lookup.Table;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.Optional;

/** How a value of a release is had: it stands in the declaration, or the declaration says where to find it. */
interface Expression {
    /**
     * A value and where it is from.
     *
     * @param document the name of the document that says so
     * @param at where the declaration asks for it
     */
    record Found(String text, String document, Setting at) {
        /** What to throw if it is not of the form that was expected. */
        FeedException failure(String expected) {
            return failure(at.says(text) ? FeedException.Code.TYPE : FeedException.Code.NOT_THE_FEED, expected);
        }

        /** As above, of another kind. What stands in the declaration itself is no document's fault. */
        FeedException failure(FeedException.Code code, String expected) {
            String wrong = at.says(text) ? at.file() : document;
            return new FeedException(
                    code, wrong, "", "expected " + expected + ", found \"" + text + "\" (" + at.place() + ')');
        }
    }

    /**
     * The value; empty if there is none and none is needed.
     *
     * @throws FeedException if there is none, and one is needed
     */
    Optional<Found> value(Scope scope) throws IOException, FeedException;

    /** The value, where nothing can be said of a release without it. */
    default Found required(Scope scope, String what) throws IOException, FeedException {
        Optional<Found> found = value(scope);
        if (found.isEmpty()) {
            throw new FeedException(scope.document(null), "", "expected " + what + ", found none");
        }
        return found.get();
    }

    /** Reads a text, or a description of where to find one. */
    static Expression read(Setting setting, Vocabulary words) throws DeclarationException {
        if (setting.isText()) {
            Template text = Template.read(setting, words.names());
            return scope -> Optional.of(new Found(text.fill(scope.names()), scope.document(null), setting));
        }
        if (setting.find("checksums").isPresent()) {
            return Checksum.read(setting, words);
        }
        return setting.find("versions").isPresent() ? Table.read(setting, words) : Search.read(setting, words);
    }

    /** Reads one that may be left out. */
    static Optional<Expression> find(Setting parent, String key, Vocabulary words) throws DeclarationException {
        Optional<Setting> setting = parent.find(key);
        return setting.isEmpty() ? Optional.empty() : Optional.of(read(setting.get(), words));
    }
}
