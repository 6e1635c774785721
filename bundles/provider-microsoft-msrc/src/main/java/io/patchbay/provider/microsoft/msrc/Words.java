package io.patchbay.provider.microsoft.msrc;

import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What MSRC's words mean. Editors type much of it by hand, so a word may be missing, unknown or something else altogether. */
final class Words {
    private static final Pattern KBS = Pattern.compile("(?i)\\b(?:KB *)?([0-9]{6,8})\\b");
    private static final Pattern ADDRESS_OF_KB = Pattern.compile(
            "(?i)https?://(?:support\\.microsoft\\.com/(?:help|kb|[a-z-]+/kb)/|[^?]*\\?q=KB)([0-9]{5,8})\\b.*");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\t\\r\\n]\\s*| \\s+");
    private static final Pattern ADVISORY = Pattern.compile("ADV[0-9]+");
    private static final Pattern NAME = Pattern.compile("[^<>\\r\\n]{1,60}");
    private static final int LENGTH_OF_DATE = "2020-12-08".length();

    private Words() {}

    /** The KB number that a text is, with or without the letters; blank if it is something else. */
    static String kb(String text) {
        String kb = text.strip();
        String number = kb.regionMatches(true, 0, "KB", 0, 2) ? kb.substring(2).stripLeading() : kb;
        return isKb(number) ? number : "";
    }

    private static boolean isKb(String number) {
        boolean digits = number.length() >= 5 && number.length() <= 8;
        for (int i = 0; digits && i < number.length(); i++) {
            digits = number.charAt(i) >= '0' && number.charAt(i) <= '9';
        }
        return digits;
    }

    /** The KB numbers in a text such as {@code 4586781, 4586785} or {@code 3140745 in MS16-023}, each once. */
    static List<String> kbs(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String single = kb(text);
        return single.length() > 5 ? List.of(single) : numbers(text);
    }

    private static List<String> numbers(String text) {
        return KBS.matcher(text)
                .results()
                .map((MatchResult kb) -> kb.group(1))
                .distinct()
                .toList();
    }

    /** The KB number of an article's address, or of a search in the Update Catalogue; blank if it is another address. */
    static String kbOfAddress(String address) {
        if (!mayHaveKb(address)) {
            return "";
        }
        Matcher kb = ADDRESS_OF_KB.matcher(address.strip());
        return kb.matches() ? kb.group(1) : "";
    }

    /** Whether there are five digits in a row, which takes a tenth of the time of a pattern to find. */
    private static boolean mayHaveKb(String address) {
        int digits = 0;
        for (int i = 0; i < address.length() && digits < 5; i++) {
            char c = address.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        }
        return digits == 5;
    }

    /** Whether a text is a short name rather than a paragraph. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static Severity severity(String word) {
        return Severity.titled(word).orElse(Severity.UNSPECIFIED);
    }

    /** Whether a list such as {@code Publicly Disclosed:No;Exploited:Yes;DOS:N/A} says so. */
    static boolean isExploited(String status) {
        for (String part : status.split(";")) {
            if (part.strip().equalsIgnoreCase("Exploited:Yes")) {
                return true;
            }
        }
        return false;
    }

    static @Nullable Reboot restart(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> Reboot.ALWAYS;
            case "maybe" -> Reboot.CAN_REQUEST;
            case "no" -> Reboot.NEVER;
            default -> null;
        };
    }

    /** The version that is fixed; for Click to Run an address stands in its place. */
    static String version(String text) {
        return text.contains("://") ? "" : text.strip();
    }

    /** The day of a time in UTC; null if it is blank, or the zero that stands for no time. */
    static @Nullable LocalDate day(String time) {
        if (time.isBlank() || time.startsWith("0001-")) {
            return null;
        }
        String day = time.substring(0, Math.min(time.length(), LENGTH_OF_DATE));
        return isDay(day)
                ? LocalDate.of(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10))
                : LocalDate.parse(day);
    }

    /** Whether it is written as every day is, which the library's own parser takes some ten times as long to read. */
    private static boolean isDay(String text) {
        if (text.length() != LENGTH_OF_DATE) {
            return false;
        }
        for (int i = 0; i < LENGTH_OF_DATE; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 4 || i == 7;
            if (hyphen ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }

    /** The page of MSRC's guide for people; none for the few ids of an older form. */
    static List<URI> guide(String id) {
        if (Cve.isId(id)) {
            return List.of(URI.create("https://msrc.microsoft.com/update-guide/vulnerability/" + id));
        }
        return ADVISORY.matcher(id).matches()
                ? List.of(URI.create("https://msrc.microsoft.com/update-guide/advisory/" + id))
                : List.of();
    }

    /** The text in one line, as a browser would show it. */
    static String line(String text) {
        String stripped = text.strip();
        return isLine(stripped) ? stripped : WHITE_SPACE.matcher(stripped).replaceAll(" ");
    }

    /** Almost every text is a line, and to look takes a tenth of the time of a pattern. */
    private static boolean isLine(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' || c == '\t';
            if (ends || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return true;
    }
}
