package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.provider.microsoft.scan.FragmentName.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentNameTest {
    @ParameterizedTest
    @CsvSource({
        "c\\1, CORE, '', 1",
        "c/123456789, CORE, '', 123456789",
        "x\\42, EXTENDED, '', 42",
        "l\\en\\42, LOCALIZED, en, 42",
        "l/zh-cn/42, LOCALIZED, zh-cn, 42"
    })
    void readsTheNamesOfFragments(String member, Kind kind, String language, int revisionId) {
        assertEquals(Optional.of(new FragmentName(kind, language, revisionId)), FragmentName.parse(member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "/1",
                "c/",
                "c/x",
                "c/1234567890",
                "cc/1",
                "e/en/1",
                "files/1",
                "l/1",
                "l//1",
                "l/e n/1",
                "l/en/gb/1",
                "l/aaaaaaaaaaaaaaaaaaaaa/1",
                "lx/en/1"
            })
    void knowsOtherMembers(String member) {
        assertEquals(Optional.empty(), FragmentName.parse(member));
    }

    @Test
    void takesBothSeparatorsForOne() {
        assertEquals(FragmentName.parse("l/en/1"), FragmentName.parse("l\\en\\1"));
    }
}
