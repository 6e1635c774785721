package io.patchbay.deployer;

import io.patchbay.declared.DeclarationException;
import io.patchbay.declared.DeclaredActivator;
import io.patchbay.declared.DeclaredProvider;
import io.patchbay.feeds.trust.Policy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;

/**
 * A file that describes a provider becomes a bundle with nothing else in it, so that it comes, changes and goes as any other provider does. Its
 * version is the time when the file was last written.
 */
final class DeclaredFile {
    private static final Set<String> ENDS = Set.of("yaml", "yml", "json");
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("uuuu.M.d.HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final String IMPORTS =
            "org.osgi.framework,io.patchbay.spi;version=\"[1.0,2)\",%s;version=\"[1.0,2)\""
                    .formatted(DeclaredActivator.class.getPackageName());

    private DeclaredFile() {}

    static boolean is(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Writes the bundle, unless the file does not describe a provider. */
    static void pack(Path file, byte[] content, FileTime written, OutputStream out) throws IOException, Refusal {
        String name = file.getFileName().toString();
        try {
            DeclaredProvider provider = DeclaredProvider.parse(name, new String(content, StandardCharsets.UTF_8));
            try (JarOutputStream jar =
                    new JarOutputStream(out, manifest(provider.info().id(), written))) {
                jar.putNextEntry(new ZipEntry(DeclaredActivator.FOLDER + '/' + name));
                jar.write(content);
                jar.putNextEntry(new ZipEntry(Policy.FILE));
                jar.write(policy(provider.info().hosts()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (DeclarationException e) {
            throw new Refusal("does not describe a provider: " + e.getMessage(), e);
        }
    }

    /** The file says itself on which hosts downloads are. */
    private static String policy(Set<String> hosts) {
        return hosts.stream().sorted().collect(Collectors.joining("\", \"", "{\"hosts\": [\"", "\"]}"));
    }

    private static Manifest manifest(String id, FileTime written) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "declared." + id);
        headers.putValue(Constants.BUNDLE_VERSION, VERSION.format(written.toInstant()));
        headers.putValue(Constants.BUNDLE_ACTIVATOR, DeclaredActivator.class.getName());
        headers.putValue(Constants.IMPORT_PACKAGE, IMPORTS);
        return manifest;
    }
}
