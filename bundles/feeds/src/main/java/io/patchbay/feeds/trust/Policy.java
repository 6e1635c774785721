package io.patchbay.feeds.trust;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the files of a provider's updates may be. It ships in the provider's bundle; configuration can only narrow it. As JSON it is an object:
 *
 * <pre>{@code
 * {"hosts": ["dl.example.com", "*.example.org"], "types": ["msi"], "arguments": ["/S"], "http": false, "sha1": false}
 * }</pre>
 *
 * @param hosts the hosts where files may be: exact names, {@code *.example.com} for all below a name, {@code *} for all
 * @param types the file name extensions that files may have, lower case; {@code *} for all
 * @param http whether a file that has a digest may be fetched by plain http
 * @param sha1 whether a file's only digest may be a SHA-1
 * @param arguments the arguments that silent installations may have; empty if any
 */
public record Policy(
        Set<String> hosts, Set<String> types, boolean http, boolean sha1, Optional<Set<String>> arguments) {
    /** Where a bundle has its policy. */
    public static final String FILE = "META-INF/trust/policy.json";

    private static final int LONGEST = 1 << 16;
    private static final String ANY = "*";
    private static final Set<String> INSTALLERS =
            Set.of("exe", "msi", "msp", "msu", "cab", "msix", "msixbundle", "appx", "appxbundle", "zip", "psf", "esd");

    public Policy {
        hosts = lowerCase(hosts);
        types = lowerCase(types);
        arguments = arguments.map(Set::copyOf);
    }

    /** The policy of a provider that brings none: installers by https from the hosts that its feeds are on. */
    public static Policy of(Set<String> hosts) {
        return new Policy(hosts, INSTALLERS, false, false, Optional.empty());
    }

    /**
     * Reads a bundle's policy. Without {@code hosts} no host is allowed; other fields that it lacks are as in {@link #of}.
     *
     * @throws FeedException if it is no JSON, is longer than 64 KiB, or has a field of another name or type; the message says where
     */
    public static Policy read(InputStream json) throws IOException, FeedException {
        Value policy = Json.parse(bytes(json), FILE);
        for (String name : policy.fields().keySet()) {
            if (!Set.of("hosts", "types", "http", "sha1", "arguments").contains(name)) {
                throw new FeedException(FILE, "/" + name, "expected hosts, types, http, sha1 or arguments");
            }
        }
        Optional<Set<String>> types = texts(policy, "types");
        return new Policy(
                texts(policy, "hosts").orElse(Set.of()),
                types.orElse(INSTALLERS),
                truth(policy, "http"),
                truth(policy, "sha1"),
                texts(policy, "arguments"));
    }

    private static byte[] bytes(InputStream json) throws IOException, FeedException {
        byte[] bytes = json.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new FeedException(Code.LIMIT, FILE, "", "expected at most " + LONGEST + " bytes, found more");
        }
        return bytes;
    }

    private static Optional<Set<String>> texts(Value policy, String field) throws FeedException {
        Optional<Value> value = policy.find(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Set<String> texts = new TreeSet<>();
        for (Value item : value.get().items()) {
            texts.add(item.text());
        }
        return Optional.of(texts);
    }

    private static boolean truth(Value policy, String field) throws FeedException {
        Optional<Value> value = policy.find(field);
        return value.isPresent() && value.get().truth();
    }

    private static Set<String> lowerCase(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, of whose hosts and types only these are left; all if none is named. What it did not allow stays so. */
    public Policy narrowed(Set<String> onlyHosts, Set<String> onlyTypes) {
        Set<String> narrowHosts = hosts;
        if (!onlyHosts.isEmpty()) {
            narrowHosts = lowerCase(onlyHosts).stream().filter(this::allowsHost).collect(Collectors.toSet());
        }
        Set<String> narrowTypes = types;
        if (!onlyTypes.isEmpty()) {
            narrowTypes = lowerCase(onlyTypes).stream().filter(this::allowsType).collect(Collectors.toSet());
        }
        return new Policy(narrowHosts, narrowTypes, http, sha1, arguments);
    }

    /** Whether files may be on this host, by name in lower case. */
    public boolean allowsHost(String host) {
        return hosts.stream().anyMatch(allowed -> matches(allowed, host));
    }

    private static boolean matches(String allowed, String host) {
        return allowed.equals(ANY)
                || (allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : allowed.equals(host));
    }

    /** Whether files may have this extension, in lower case. */
    public boolean allowsType(String extension) {
        return types.contains(extension) || types.contains(ANY);
    }

    /** Whether an update may be installed with these arguments. */
    public boolean allowsArguments(String text) {
        return text.isEmpty() || arguments.isEmpty() || arguments.get().contains(text);
    }
}
