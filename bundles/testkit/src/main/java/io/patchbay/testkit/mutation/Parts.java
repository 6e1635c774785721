package io.patchbay.testkit.mutation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the parts of a document, of which a character is a byte. It needs not be well-formed: what does not fit is no part. */
final class Parts {
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    private Parts(String text) {
        this.text = text;
    }

    static List<Part> of(String text) {
        Parts found = new Parts(text);
        String beginning = text.stripLeading();
        if (beginning.startsWith("{") || beginning.startsWith("[")) {
            found.json();
        } else if (beginning.startsWith("<")) {
            found.markup();
        } else {
            found.lines();
        }
        return found.parts;
    }

    private void add(int from, int to) {
        if (0 <= from && from < to) {
            parts.add(new Part(from, to));
        }
    }

    /** Values, and fields with their names. */
    private void json() {
        int field = -1;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '{', '[' -> open.push(at);
                case '}', ']' -> close(at + 1);
                case '"' -> {
                    int end = endOfString(at);
                    add(at, end);
                    field = text.startsWith(":", end) ? at : field;
                    at = end - 1;
                }
                case ',' -> {
                    add(field, at);
                    field = -1;
                }
                default -> at = scalar(at);
            }
        }
    }

    private void close(int end) {
        if (!open.isEmpty()) {
            add(open.pop(), end);
        }
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private int scalar(int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        add(start, end);
        return Math.max(start, end - 1);
    }

    /** Elements, tags, texts between tags, and the values of attributes. */
    private void markup() {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int end = text.indexOf('>', at) + 1;
            if (end == 0) {
                return;
            }
            tag(at, end);
            int next = text.indexOf('<', end);
            add(end, next < 0 ? text.length() : next);
        }
    }

    private void tag(int start, int end) {
        add(start, end);
        if (text.startsWith("</", start)) {
            close(end);
            return;
        }
        attributes(start, end);
        if (text.charAt(end - 2) != '/' && !text.startsWith("<!", start) && !text.startsWith("<?", start)) {
            open.push(start);
        }
    }

    private void attributes(int start, int end) {
        for (int at = text.indexOf('=', start); at >= 0 && at + 1 < end; at = text.indexOf('=', at + 1)) {
            char quote = text.charAt(at + 1);
            int close = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 2) : -1;
            if (close > 0 && close < end) {
                add(at + 2, close);
                at = close;
            }
        }
    }

    /** Lines, and words. */
    private void lines() {
        int line = 0;
        int word = 0;
        for (int at = 0; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                add(word, at);
                word = at + 1;
            }
            if (text.charAt(at) == '\n') {
                add(line, at + 1);
                line = at + 1;
            }
        }
        add(line, text.length());
    }
}
