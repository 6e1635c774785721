package io.patchbay.deployer;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;

/** Checks what an installed bundle, not yet resolved, gives and wants: it wants the engine's API as it is, and gives none of it. */
final class RevisionCheck {
    private static final Set<String> FOR_PROVIDERS = Set.of(
            "io.patchbay.spi", "io.patchbay.model", "io.patchbay.feeds", "io.patchbay.cabinet", "io.patchbay.declared");
    private static final List<String> POWERS = List.of(
            "org.osgi.framework.hooks.",
            "org.osgi.framework.launch",
            "org.osgi.service.condpermadmin",
            "org.osgi.service.permissionadmin");
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern AT_LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");
    private static final Pattern JAVA = Pattern.compile("\\(version=([^)]+)\\)");

    private final EngineApi engine;

    RevisionCheck(EngineApi engine) {
        this.engine = engine;
    }

    void check(Bundle bundle) throws Refusal {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleCapability export : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
            refuseApi(EngineApi.packageName(export));
        }
        for (BundleRequirement requirement : revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
            refuseInternals(packageName(requirement));
        }
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isNeeded(requirement) && !engine.satisfies(requirement)) {
                throw new Refusal(describe(requirement));
            }
        }
    }

    private static void refuseApi(String export) throws Refusal {
        if (export.startsWith(EngineApi.PREFIX)) {
            throw new Refusal("exports " + export + ": only the engine may export packages of this name");
        }
    }

    private static void refuseInternals(String imported) throws Refusal {
        if (POWERS.stream().anyMatch(imported::startsWith)) {
            throw new Refusal("imports " + imported + ", by which it could change what other bundles see");
        }
        if (imported.startsWith(EngineApi.PREFIX) && !isForProviders(imported)) {
            throw new Refusal("imports " + imported + ", which is not for providers");
        }
    }

    /** The readers of feeds, in all their packages, are there for providers. */
    private static boolean isForProviders(String imported) {
        return FOR_PROVIDERS.contains(imported) || imported.startsWith("io.patchbay.feeds.");
    }

    private static boolean isNeeded(BundleRequirement requirement) {
        String effective = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, "");
        return !Namespace.RESOLUTION_OPTIONAL.equals(
                        requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && (effective.isEmpty() || effective.equals(Namespace.EFFECTIVE_RESOLVE));
    }

    private String describe(BundleRequirement requirement) {
        String filter = filter(requirement);
        String wanted = packageName(requirement);
        if (requirement.getNamespace().equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
            return "needs Java " + first(JAVA, filter, filter) + "; this engine runs on Java "
                    + Runtime.version().feature();
        }
        if (wanted.isEmpty()) {
            return "needs " + requirement.getNamespace() + " " + filter + ", which nothing here provides";
        }
        return engine.version(wanted)
                .map(version -> describe(wanted, range(filter), version))
                .orElse("imports " + wanted + " " + range(filter) + ", which nothing here exports");
    }

    private static String describe(String wanted, VersionRange range, Version version) {
        String age = version.compareTo(range.getLeft()) < 0 ? "too old" : "too new";
        return "wants " + wanted + " " + range + "; this engine has " + version + " and is " + age + " for it";
    }

    private static String packageName(BundleRequirement requirement) {
        return first(PACKAGE, filter(requirement), "");
    }

    private static String filter(BundleRequirement requirement) {
        return Objects.requireNonNullElse(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE), "");
    }

    /** The import's version range as the manifest writes it, told from the filter that the framework made of it. */
    private static VersionRange range(String filter) {
        String below = first(BELOW, filter, "");
        Version atLeast = Version.parseVersion(first(AT_LEAST, filter, "0"));
        return new VersionRange(
                VersionRange.LEFT_CLOSED,
                atLeast,
                below.isEmpty() ? null : Version.parseVersion(below),
                VersionRange.RIGHT_OPEN);
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
