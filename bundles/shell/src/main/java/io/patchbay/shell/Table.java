package io.patchbay.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns under a heading; only the last column may be of any width. A text that would break the line or the terminal is shown with its control characters as dots. */
final class Table {
    private static final int WIDEST = 72;

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    Table(String... heading) {
        columns = heading.length;
        rows.add(List.of(heading));
    }

    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            String text = visible(String.valueOf(cell));
            row.add(row.size() == columns - 1 ? text : cut(text));
        }
        if (row.size() != columns) {
            throw new IllegalArgumentException(row.size() + " cells for " + columns + " columns");
        }
        rows.add(row);
        return this;
    }

    void print(PrintStream out) {
        int[] widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i));
                line.append(" ".repeat(widths[i] - length(row.get(i)) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int[] widths() {
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text) {
        return length(text) <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + '…';
    }

    /** Feeds are not trusted to write to a terminal: escape sequences and direction marks lose their power. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(isHarmless(c) ? c : '·'));
        return visible.toString();
    }

    private static boolean isHarmless(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }
}
