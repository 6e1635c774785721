package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleTextTest {
    private static final Rule FILE = Rule.Condition.of("FileExists", Map.of("Path", "a\\b.exe", "Csidl", "38"));

    @Test
    void hasALineForEachPartBelowWhatItIsPartOf() {
        Rule loop = new Rule.Condition("RegKeyLoop", new TreeMap<>(Map.of("Subkey", "S")), List.of(FILE), List.of());
        Rule unknown = new Rule.Unknown(RuleElement.of("New", Map.of(), "", List.of()));
        Rule rule = new Rule.And(
                List.of(new Rule.Or(List.of(loop, unknown)), new Rule.Not(new Rule.Constant(false)), FILE));
        assertEquals(
                """
                all of
                  any of
                    RegKeyLoop Subkey=S
                      FileExists Csidl=38 Path=a\\b.exe
                    unknown: New
                  not
                    never
                  FileExists Csidl=38 Path=a\\b.exe""",
                String.join("\n", RuleText.lines(rule)));
    }
}
