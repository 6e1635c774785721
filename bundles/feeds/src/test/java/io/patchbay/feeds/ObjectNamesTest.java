package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectNamesTest {
    private static final int MANY = 1000;

    private final ObjectNames names = new ObjectNames();

    /** Of texts with the same hash code, which is what a hostile document would use. */
    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 10; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @Test
    void findsEachNameThatStandsTwice() {
        IntStream.range(0, MANY).forEach(i -> assertTrue(names.add("n" + i)));
        IntStream.range(0, MANY).forEach(i -> assertFalse(names.add("n" + i)));
    }

    @Test
    void tellsNamesWithTheSameHashCodeApart() {
        IntStream.range(0, MANY).forEach(i -> assertTrue(names.add(colliding(i))));
        IntStream.range(0, MANY).forEach(i -> assertFalse(names.add(colliding(i))));
    }

    @Test
    void forgetsTheNamesOfTheObjectBefore() {
        IntStream.range(0, MANY).forEach(i -> names.add("n" + i));
        names.clear();
        IntStream.range(0, MANY).forEach(i -> assertTrue(names.add("n" + i)));
    }
}
