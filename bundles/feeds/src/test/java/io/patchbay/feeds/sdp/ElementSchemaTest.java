package io.patchbay.feeds.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that can be written are those of Microsoft's schemas, each with its attributes. */
class ElementSchemaTest {
    private static final Pattern RULE =
            Pattern.compile("<element name=\"(\\w+)\" substitutionGroup=\"sdp:Applicability(Rule|Metadata)Element\"");

    @Test
    void knowsEveryRuleOfTheSchemas() throws Exception {
        Optional<Path> folder = SdpSchema.sample("schema");
        if (folder.isEmpty()) {
            return;
        }
        Set<String> rules = new TreeSet<>();
        for (String schema : List.of("Base", "Logical", "Msi")) {
            addRules(rules, folder.get().resolve(schema + "ApplicabilityRules.xsd"));
        }
        addRules(rules, folder.get().resolve("WindowsDriver.xsd"));
        for (String rule : rules) {
            assertEquals(rule, ElementSchema.of(rule).name());
        }
        assertEquals(50, rules.size());
    }

    private static void addRules(Set<String> rules, Path schema) throws Exception {
        Matcher matcher = RULE.matcher(Files.readString(schema));
        while (matcher.find()) {
            rules.add(matcher.group(1));
        }
    }
}
