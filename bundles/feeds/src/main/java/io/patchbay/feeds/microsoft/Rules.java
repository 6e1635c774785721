package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.Applicability;
import io.patchbay.model.Rule;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The applicability rules of documents of other kinds, which use the same language in name spaces of their own. */
public final class Rules {
    private Rules() {}

    /** Reads the {@code ApplicabilityRules} that the cursor is at; afterwards it is at their end. */
    public static Applicability applicability(XmlReader xml) throws IOException, FeedException {
        return new RuleReader(xml, false).read();
    }

    /** Reads the rule inside of the element that the cursor is at, such as {@code IsInstalled}; null if there is none. */
    public static @Nullable Rule rule(XmlReader xml) throws IOException, FeedException {
        return new RuleReader(xml, false).readRule();
    }
}
