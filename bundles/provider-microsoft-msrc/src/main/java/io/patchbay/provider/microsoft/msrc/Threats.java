package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Rating;
import io.patchbay.model.Severity;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Threat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the threats of an entry say of its products; under a blank id what holds for all others. */
final class Threats {
    static final String IMPACT = "Impact";
    static final String EXPLOIT_STATUS = "Exploit Status";
    static final String SEVERITY = "Severity";
    static final Rating UNRATED = new Rating("", Severity.UNSPECIFIED);

    private final Map<String, Rating> ratings = new HashMap<>();
    private final Map<String, String> impacts = new HashMap<>();
    private boolean exploited;
    private String description = "";
    private String line = "";
    private Rating rating = UNRATED;

    Threats(List<Threat> threats) {
        for (Threat threat : threats) {
            add(threat);
        }
    }

    private void add(Threat threat) {
        describe(threat.description());
        switch (threat.kind()) {
            case SEVERITY -> put(ratings, threat, rating);
            case IMPACT -> put(impacts, threat, line);
            case EXPLOIT_STATUS -> exploited |= Words.isExploited(line);
            default -> {}
        }
    }

    private static <T> void put(Map<String, T> all, Threat threat, T said) {
        if (threat.products().isEmpty()) {
            all.put("", said);
        }
        for (String product : threat.products()) {
            all.put(product, said);
        }
    }

    /** Threats mostly say the same of one product after another. */
    private void describe(String text) {
        if (!text.equals(description)) {
            description = text;
            line = Words.line(text);
            rating = new Rating(line, Words.severity(line));
        }
    }

    Severity severity(String product) {
        return of(product, ratings, UNRATED).severity();
    }

    String impact(String product) {
        return of(product, impacts, "");
    }

    private static <T> T of(String product, Map<String, T> all, T otherwise) {
        T found = all.get(product);
        return found == null ? all.getOrDefault("", otherwise) : found;
    }

    /** The worst rating of all products. */
    Rating worst() {
        Rating worst = UNRATED;
        for (Rating other : ratings.values()) {
            boolean worse = other.severity().compareTo(worst.severity()) > 0;
            worst = worse || worst.words().isEmpty() ? other : worst;
        }
        return worst;
    }

    boolean areExploited() {
        return exploited;
    }
}
