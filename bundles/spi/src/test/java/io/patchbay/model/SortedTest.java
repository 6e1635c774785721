package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for the JDK's trees holds for the copies. */
class SortedTest {
    private static final List<String> VALUES = List.of("m", "a", "z", "a", "k");
    private static final List<String> PLACES = List.of("", "a", "b", "m", "z", "zz");

    @Test
    void aSetIsAsATreeWouldBe() {
        SortedSet<String> tree = new TreeSet<>(VALUES);
        SortedSet<String> copy = Sorted.copy(VALUES);
        assertAlike(tree, copy);
        for (String from : PLACES) {
            assertEquals(tree.contains(from), copy.contains(from));
            assertAlike(tree.headSet(from), copy.headSet(from));
            assertAlike(tree.tailSet(from), copy.tailSet(from));
            assertAlike(tree.tailSet(from).headSet("zzz"), copy.subSet(from, "zzz"));
        }
        assertEquals("a", copy.first());
        assertEquals("z", copy.last());
        assertNull(copy.comparator());
    }

    private static void assertAlike(SortedSet<String> tree, SortedSet<String> copy) {
        assertEquals(tree, copy);
        assertEquals(copy, tree);
        assertEquals(tree.hashCode(), copy.hashCode());
        assertEquals(new ArrayList<>(tree), new ArrayList<>(copy));
        assertEquals(tree.toString(), copy.toString());
    }

    @Test
    void aMapOfKeysThatAscendIsTakenAsItIs() {
        assertEquals(new TreeMap<>(Map.of("a", "1", "b", "2")), Sorted.of("a", "1", "b", "2"));
        assertThrows(IllegalArgumentException.class, () -> Sorted.of("b", "2", "a", "1"));
        assertThrows(IllegalArgumentException.class, () -> Sorted.of("a", "1", "a", "2"));
    }

    @Test
    void aMapIsAsATreeWouldBe() {
        Map<String, Integer> hash = new HashMap<>();
        VALUES.forEach(value -> hash.merge(value, 1, Integer::sum));
        SortedMap<String, Integer> tree = new TreeMap<>(hash);
        SortedMap<String, Integer> copy = Sorted.copy(hash);
        assertAlike(tree, copy);
        for (String from : PLACES) {
            assertEquals(tree.get(from), copy.get(from));
            assertEquals(tree.containsKey(from), copy.containsKey(from));
            assertAlike(tree.headMap(from), copy.headMap(from));
            assertAlike(tree.tailMap(from), copy.tailMap(from));
            assertAlike(tree.tailMap(from).headMap("zzz"), copy.subMap(from, "zzz"));
        }
        assertEquals("a", copy.firstKey());
        assertEquals("z", copy.lastKey());
        assertNull(copy.comparator());
    }

    private static void assertAlike(SortedMap<String, Integer> tree, SortedMap<String, Integer> copy) {
        assertEquals(tree, copy);
        assertEquals(copy, tree);
        assertEquals(tree.hashCode(), copy.hashCode());
        assertEquals(new ArrayList<>(tree.entrySet()), new ArrayList<>(copy.entrySet()));
        assertEquals(new ArrayList<>(tree.keySet()), new ArrayList<>(copy.keySet()));
        assertEquals(new ArrayList<>(tree.values()), new ArrayList<>(copy.values()));
        assertEquals(tree.toString(), copy.toString());
    }

    @Test
    void whatIsSortedByAnotherOrderIsSortedAnew() {
        SortedSet<String> ignoringCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ignoringCase.addAll(List.of("a", "B", "c"));
        SortedMap<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ignoringCase.forEach(value -> map.put(value, value));
        assertEquals(List.of("B", "a", "c"), new ArrayList<>(Sorted.copy(ignoringCase)));
        assertEquals(List.of("B", "a", "c"), new ArrayList<>(Sorted.copy(map).keySet()));
    }

    @Test
    void aCopyIsNotCopiedAgain() {
        SortedSet<String> set = Sorted.copy(VALUES);
        SortedMap<String, Integer> map = Sorted.copy(Map.of("a", 1));
        assertSame(set, Sorted.copy(set));
        assertSame(map, Sorted.copy(map));
    }

    @Test
    void aCopyNeverChanges() {
        SortedSet<String> set = Sorted.copy(VALUES);
        SortedMap<String, Integer> map = Sorted.copy(Map.of("a", 1));
        assertThrows(UnsupportedOperationException.class, () -> set.add("b"));
        assertThrows(UnsupportedOperationException.class, set::clear);
        assertThrows(UnsupportedOperationException.class, () -> map.put("b", 2));
        assertThrows(UnsupportedOperationException.class, map::clear);
        assertThrows(
                UnsupportedOperationException.class,
                () -> map.entrySet().iterator().next().setValue(2));
    }

    @Test
    void oneMoreEntryStandsInItsPlace() {
        for (String key : List.of("a", "c", "e")) {
            Map<String, Integer> expected = new TreeMap<>(Map.of("b", 1, "d", 2, key, 3));
            assertEquals(
                    List.copyOf(expected.entrySet()),
                    List.copyOf(Sorted.copy(Map.of("b", 1, "d", 2)).with(key, 3).entrySet()));
        }
        assertThrows(IllegalArgumentException.class, () -> Sorted.copy(Map.of("b", 1))
                .with("b", 2));
    }

    @Test
    void nothingIsEmptyAndHasNoFirst() {
        SortedSet<String> set = Sorted.copy(new ArrayList<String>());
        SortedMap<String, Integer> map = Sorted.copy(new HashMap<String, Integer>());
        assertEquals(new TreeSet<>(), set);
        assertEquals(new TreeMap<>(), map);
        assertFalse(map.entrySet().iterator().hasNext());
        assertThrows(NoSuchElementException.class, set::first);
        assertThrows(NoSuchElementException.class, set::last);
        assertThrows(NoSuchElementException.class, map::firstKey);
        assertThrows(NoSuchElementException.class, map::lastKey);
    }

    @Test
    void nullIsRefused() {
        List<String> values = Arrays.asList("a", null);
        Map<String, String> map = new HashMap<>();
        map.put("a", null);
        assertThrows(NullPointerException.class, () -> Sorted.copy(values));
        assertThrows(NullPointerException.class, () -> Sorted.copy(map));
    }
}
