package io.patchbay.provider.microsoft.scan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private static final int MOST_DIGITS = 9;
    private static final int LONGEST_LANGUAGE = 20;

    /** Reads a member's name; empty if that is no fragment's. */
    static Optional<FragmentName> parse(String member) {
        // Cabinets separate by backslash.
        int last = Math.max(member.lastIndexOf('\\'), member.lastIndexOf('/'));
        int revisionId = revisionId(member, last + 1);
        Kind kind = last < 0 ? null : kind(member.substring(0, last));
        return kind == null || revisionId < 0 ? Optional.empty() : Optional.of(new FragmentName(kind, revisionId));
    }

    /** The number from here to the end; -1 if that is none. */
    private static int revisionId(String member, int from) {
        int number = 0;
        for (int i = from; i < member.length(); i++) {
            int digit = member.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        int digits = member.length() - from;
        return digits == 0 || digits > MOST_DIGITS ? -1 : number;
    }

    private static @Nullable Kind kind(String folder) {
        return switch (folder) {
            case "c" -> Kind.CORE;
            case "x" -> Kind.EXTENDED;
            default -> isOfLanguage(folder) ? Kind.LOCALIZED : null;
        };
    }

    /** Whether it is {@code l/en}. */
    private static boolean isOfLanguage(String folder) {
        int length = folder.length() - 2;
        if (length < 1 || length > LONGEST_LANGUAGE || folder.charAt(0) != 'l' || "\\/".indexOf(folder.charAt(1)) < 0) {
            return false;
        }
        return folder.chars().skip(2).allMatch(FragmentName::isOfTag);
    }

    private static boolean isOfTag(int character) {
        return character == '-' || (character < 128 && Character.isLetterOrDigit(character));
    }
}
