package io.patchbay.catalog.view;

import io.patchbay.model.Severity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What some advisories say together; one object for all updates of which they say the same, because an update can have a hundred of them.
 *
 * @param advisories by id
 * @param severity the worst rating
 * @param cves the ids of vulnerabilities
 * @param threat the worst that is said of them
 * @param bulletins the ids of advisories on something else
 */
record Said(
        List<AdvisoryFacts> advisories, Severity severity, List<String> cves, Threat threat, List<String> bulletins) {
    static Said of(Collection<AdvisoryFacts> advisories, Severity severity) {
        List<AdvisoryFacts> sorted = List.copyOf(new TreeSet<>(advisories));
        Set<String> cves = new LinkedHashSet<>();
        Set<String> bulletins = new LinkedHashSet<>();
        Threat threat = Threat.NONE;
        for (AdvisoryFacts advisory : sorted) {
            cves.addAll(advisory.cves());
            threat = threat.worst(advisory.threat());
            if (advisory.isAdvice()) {
                bulletins.add(advisory.id());
            }
        }
        return new Said(sorted, severity, List.copyOf(cves), threat, List.copyOf(bulletins));
    }
}
