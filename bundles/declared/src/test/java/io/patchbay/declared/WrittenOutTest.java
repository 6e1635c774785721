package io.patchbay.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenOutTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "abc | 3",
                "[0-9A-F]{64} | 64",
                "a{2,}b{1,3} | 5",
                "(?:ab{10}){10} | 140",
                "(?:(?:a{1000}){1000}){1000} | 2001",
                "(?:(?:a{1000})?){1000} | 2001",
                "[]({3}]a | 2",
                "[[:alpha:](]{9} | 9",
                "\\(a{7}\\) | 9",
                "\\Q(a{9}\\E{5} | 5",
                "\\p{Greek}\\x{1000} | 2",
                ")a | 2",
            })
    void countsWhatIsRepeatedAsOften(String expression, int elements) {
        int limit = 2000;
        int found = 0;
        while (found <= limit && WrittenOut.isLonger(expression, found)) {
            found++;
        }
        assertEquals(elements, found);
    }
}
