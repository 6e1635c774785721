package io.patchbay.declared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an expression is once what it repeats by a number is written out. RE2 does that before it looks at any text. */
final class WrittenOut {
    /** Group 1 is how often something is at most repeated, group 2 how often at least, where there is no most. */
    private static final Pattern ELEMENT = Pattern.compile(
            """
            (?xs) \\\\Q.*?(?:\\\\E|\\z) | \\\\[pPx]\\{[^}]*\\} | \\\\.
            | \\[ \\^? \\]? (?: \\\\. | \\[:[^\\]]*:\\] | [^\\]\\\\] )*+ \\]
            | \\{(?:[0-9]{1,4},)?([0-9]{1,4})\\} | \\{([0-9]{1,4}),\\} | .""");

    private final int limit;
    private final Deque<Integer> outside = new ArrayDeque<>();
    private int before;
    private int last;

    private WrittenOut(int limit) {
        this.limit = limit;
    }

    /** Whether it has more elements than this: characters, sets of them and groups. */
    static boolean isLonger(String expression, int limit) {
        WrittenOut writtenOut = new WrittenOut(limit);
        Matcher element = ELEMENT.matcher(expression);
        while (element.find()) {
            String times = element.group(1) == null ? element.group(2) : element.group(1);
            if (times == null) {
                writtenOut.add(element.group());
            } else {
                writtenOut.repeat(Integer.parseInt(times));
            }
        }
        return writtenOut.before + writtenOut.last > limit;
    }

    private void repeat(int times) {
        last = bounded(last * Math.max(1, times));
    }

    private void add(String element) {
        before = bounded(before + last);
        last = 1;
        if (element.equals("(")) {
            outside.push(before);
            before = 0;
        } else if (element.equals(")") && !outside.isEmpty()) {
            last = before;
            before = outside.pop();
        }
    }

    /** More than too many is too many, and fits a number. */
    private int bounded(int elements) {
        return Math.min(elements, limit + 1);
    }
}
