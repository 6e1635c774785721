package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static List<Rule.Condition> conditions(Rule rule) {
        Rule.Condition loop = (Rule.Condition) rule;
        Rule.And entry = (Rule.And) loop.operands().get(0);
        return entry.operands().stream().flatMap(DetectionTest::flat).toList();
    }

    private static Stream<Rule.Condition> flat(Rule rule) {
        return rule instanceof Rule.Not not ? flat(not.operand()) : Stream.of((Rule.Condition) rule);
    }

    @Test
    void rulesOfAnEntryNameTheKeyThatTheLoopIsAt() {
        Rule rule = Detection.uninstallEntry("Example", "LessThan", "2.0", false);
        for (Rule.Condition condition : conditions(rule)) {
            assertEquals("HKEY_LOOP_TARGET", condition.attributes().get("Key"));
            assertEquals("\\", condition.attributes().get("Subkey"));
            assertEquals(null, condition.attributes().get("RegType32"));
        }
    }

    @Test
    void versionsHaveFourNumbers() {
        assertEquals("2.0.0.0", data(Detection.displayVersion("LessThan", "2"), "Data"));
        assertEquals("1.2.3.4", data(Detection.displayVersion("LessThan", "1.2.3.4"), "Data"));
        Rule file = Detection.fileVersion(Detection.Folder.WINDOWS, "a.exe", "LessThan", "1.2");
        assertEquals("1.2.0.0", data(file, "Version"));
    }

    private static @Nullable String data(Rule rule, String attribute) {
        return ((Rule.Condition) rule).attributes().get(attribute);
    }

    @Test
    void rulesOfAnEntryInTheView32SaySo() {
        Rule versions = new Rule.Not(Detection.displayVersion("LessThan", "2.0"));
        List<Rule.Condition> conditions = conditions(Detection.uninstallEntry("Example", versions, true));
        assertEquals(2, conditions.size());
        for (Rule.Condition condition : conditions) {
            assertEquals("true", condition.attributes().get("RegType32"));
        }
    }

    @Test
    void looksUpAnEntryByItsKey() {
        Rule.Condition rule = (Rule.Condition) Detection.uninstallKey("7-Zip", "LessThan", "26.02", true);
        assertEquals("RegSzToVersion", rule.name());
        assertEquals("HKEY_LOCAL_MACHINE", rule.attributes().get("Key"));
        assertEquals(
                "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\7-Zip",
                rule.attributes().get("Subkey"));
        assertEquals("DisplayVersion", rule.attributes().get("Value"));
        assertEquals("26.02.0.0", rule.attributes().get("Data"));
        assertEquals("true", rule.attributes().get("RegType32"));
        Rule.Condition exists = (Rule.Condition) Detection.uninstallKeyExists("7-Zip", false);
        assertEquals("RegKeyExists", exists.name());
        assertEquals(null, exists.attributes().get("RegType32"));
    }

    @Test
    void looksAtTheEndOfAName() {
        Rule versions = new Rule.And(
                List.of(Detection.displayNameEnds("(x64 edition)"), Detection.displayVersion("LessThan", "26.02")));
        Rule.Condition loop = (Rule.Condition) Detection.uninstallEntry("7-Zip ", versions, true);
        Rule.And entry = (Rule.And) loop.operands().get(0);
        Rule.Condition end =
                (Rule.Condition) ((Rule.And) entry.operands().get(1)).operands().get(0);
        assertEquals("EndsWith", end.attributes().get("Comparison"));
        assertEquals("(x64 edition)", end.attributes().get("Data"));
        assertEquals("true", end.attributes().get("RegType32"));
    }

    @Test
    void looksAtThePartsOfAName() {
        Rule.Condition part = (Rule.Condition) Detection.displayNameHas("(x64 ");
        assertEquals("Contains", part.attributes().get("Comparison"));
        assertEquals("(x64 ", part.attributes().get("Data"));
        assertEquals("DisplayName", part.attributes().get("Value"));
    }
}
