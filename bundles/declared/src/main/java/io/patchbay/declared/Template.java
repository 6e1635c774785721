package io.patchbay.declared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which names in braces, such as {@code ${version}}, stand for what they are of each release.
 *
 * @param at where it is declared
 */
record Template(Setting at, String text) {
    private static final Pattern NAME = Pattern.compile("\\$\\{([a-z]+)\\}");

    /** Whatever could have been meant for a name. */
    private static final Pattern BRACES = Pattern.compile("\\$\\{[^}]*\\}?");

    /** Reads a text that may use these names. */
    static Template read(Setting at, Collection<String> allowed) throws DeclarationException {
        List<String> names = allowed.stream().map(name -> "${" + name + '}').toList();
        for (MatchResult braces : BRACES.matcher(at.text()).results().toList()) {
            if (!names.contains(braces.group())) {
                String known = names.isEmpty() ? "no names are filled in" : "allowed are " + String.join(", ", names);
                throw at.problem("there is no " + braces.group() + " here; " + known);
            }
        }
        return new Template(at, at.text());
    }

    List<String> names() {
        return NAME.matcher(text).results().map(name -> name.group(1)).toList();
    }

    /** The text up to the first name. */
    String beginning() {
        MatchResult first = NAME.matcher(text).results().findFirst().orElse(null);
        return first == null ? text : text.substring(0, first.start());
    }

    String fill(Names names) {
        return fill(names, UnaryOperator.identity());
    }

    /** Fills in each value as this makes it. */
    String fill(Names names, UnaryOperator<String> value) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value.apply(names.get(name.group(1)))));
    }

    /** The address that this is; a file's name may have spaces. */
    URI fillAddress(Names names) {
        return URI.create(fill(names, value -> value.replace(" ", "%20")));
    }

    /** The same, which must be an https address. */
    Template asAddress() throws DeclarationException {
        try {
            URI sample = new URI(NAME.matcher(text).replaceAll("_"));
            if (Addresses.isHttps(sample)) {
                return this;
            }
        } catch (URISyntaxException e) {
            throw at.problem("expected an https address, " + e.getMessage(), e);
        }
        throw at.expected("an https address");
    }
}
