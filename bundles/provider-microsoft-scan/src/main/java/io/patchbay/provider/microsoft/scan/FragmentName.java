package io.patchbay.provider.microsoft.scan;

import java.util.Optional;

/**
 * The name of a shard's member that holds a fragment: {@code c/123456}, {@code x/123456} or {@code l/en/123456}.
 *
 * @param kind what the fragment holds
 * @param language the language of a localized fragment, empty for others
 * @param revisionId the revision it is about
 */
record FragmentName(Kind kind, String language, int revisionId) {
    /**
     * The kinds of fragments that are read. Licences ({@code e/}) and loose files ({@code files/}) are not: package.xml says where they are,
     * and no document says what a licence's fragment looks like.
     */
    enum Kind {
        CORE,
        EXTENDED,
        LOCALIZED
    }

    private static final int MOST_DIGITS = 9;
    private static final int LONGEST_LANGUAGE = 20;

    /** Reads a member's name; empty if that is no fragment's. */
    static Optional<FragmentName> parse(String member) {
        int last = member.length() - 1;
        while (last >= 0 && !isSeparator(member.charAt(last))) {
            last--;
        }
        int revisionId = revisionId(member, last + 1);
        return revisionId < 0 || last < 1 ? Optional.empty() : of(member, last, revisionId);
    }

    /** Cabinets separate by backslash. */
    private static boolean isSeparator(char letter) {
        return letter == '\\' || letter == '/';
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

    private static Optional<FragmentName> of(String member, int folder, int revisionId) {
        char first = member.charAt(0);
        if (first == 'l' && isOfLanguage(member, folder)) {
            return Optional.of(new FragmentName(Kind.LOCALIZED, member.substring(2, folder), revisionId));
        }
        if (folder == 1 && (first == 'c' || first == 'x')) {
            return Optional.of(new FragmentName(first == 'c' ? Kind.CORE : Kind.EXTENDED, "", revisionId));
        }
        return Optional.empty();
    }

    /** Whether it begins with {@code l/en}. */
    private static boolean isOfLanguage(String member, int folder) {
        int length = folder - 2;
        if (length < 1 || length > LONGEST_LANGUAGE || !isSeparator(member.charAt(1))) {
            return false;
        }
        int i = 2;
        while (i < folder && isOfTag(member.charAt(i))) {
            i++;
        }
        return i == folder;
    }

    private static boolean isOfTag(char letter) {
        return letter == '-' || (letter < 128 && Character.isLetterOrDigit(letter));
    }
}
