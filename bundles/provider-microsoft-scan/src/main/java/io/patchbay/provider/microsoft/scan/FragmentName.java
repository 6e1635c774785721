package io.patchbay.provider.microsoft.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a shard's member that holds a fragment: {@code c/123456}, {@code x/123456} or {@code l/en/123456}.
 *
 * @param kind what the fragment holds
 * @param revisionId the revision it is about
 */
record FragmentName(Kind kind, int revisionId) {
    /** The kinds of fragments that are read. Licences ({@code e/}) and loose files ({@code files/}) are not: package.xml says where they are. */
    enum Kind {
        CORE,
        EXTENDED,
        LOCALIZED
    }

    /** Cabinets separate by backslash. */
    private static final Pattern NAME = Pattern.compile("(?:([cx])|l[\\\\/][A-Za-z0-9-]{1,20})[\\\\/]([0-9]{1,9})");

    /** Reads a member's name; empty if that is no fragment's. */
    static Optional<FragmentName> parse(String member) {
        Matcher matcher = NAME.matcher(member);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new FragmentName(kind(matcher), Integer.parseInt(matcher.group(2))));
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group(1) == null) {
            return Kind.LOCALIZED;
        }
        return matcher.group(1).equals("c") ? Kind.CORE : Kind.EXTENDED;
    }
}
