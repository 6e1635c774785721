package io.patchbay.testkit.mutation;

import java.util.List;
import java.util.SplittableRandom;

/** Values that stand where others belong. */
final class Unexpected {
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e999",
            "0x10",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "\"\"",
            "\\",
            "\\u0000",
            "\u0000",
            "\u202e\u200b",
            "\ufeff",
            "\r\n",
            "%00%0a",
            "%",
            "&#0;",
            "&unknown;",
            "]]>",
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
            "<!--",
            "<a>",
            "</a>",
            "../../../../etc/passwd",
            "C:\\Windows\\",
            "https://",
            "http://127.0.0.1/",
            "https://user@vendor.example:99999/ x",
            "javascript:alert(1)",
            "1.2.3.4.5.6.7.8.9",
            "99999999999999999999.1",
            "1..2",
            "v",
            "2026-02-30",
            "9999-12-31T23:59:59Z",
            "+1000000000-01-01T00:00:00Z",
            "0000-00-00",
            "Thu, 99 Foo 2026 25:61:61 GMT",
            "00000000-0000-0000-0000-000000000000",
            "{\"a\":{\"a\":{}}}");

    private static final int LONGEST = 1 << 18;

    private Unexpected() {}

    static String any(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> "x".repeat(random.nextInt(LONGEST));
            case 1 -> "9".repeat(random.nextInt(400));
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }
}
