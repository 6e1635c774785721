package io.patchbay.deployer;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.isolation.Isolation;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Checks what a file alone tells: that it is an intact bundle for this Java, with a right policy and no copy of the engine's packages. */
final class JarCheck {
    private static final String SPI = "io.patchbay.spi";
    private static final Pattern IMPORT_OF_SPI = Pattern.compile("(^|[,;])\\s*" + Pattern.quote(SPI) + "\\s*([,;]|$)");
    private static final int CLASS_HEADER = 8;
    private static final int MAJOR_VERSION_BEFORE_JAVA_1 = 44;

    /** What a provider has no use for, and what it could get hold of by it. */
    private static final Map<String, String> REFUSED = Map.of(
            Constants.DYNAMICIMPORT_PACKAGE,
            "wants packages that it does not name beforehand",
            Constants.REQUIRE_BUNDLE,
            "wants all packages of another bundle, and must import those that it uses",
            Constants.BUNDLE_NATIVECODE,
            "has native code",
            Isolation.STAND_IN_OF,
            "says itself that it is isolated");

    private final Set<String> apiPackages;
    private final int java;

    /** Checks for an engine that exports these packages and runs on this Java. */
    JarCheck(Set<String> apiPackages, int java) {
        this.apiPackages = apiPackages;
        this.java = java;
    }

    /** Reads everything in the jar, which checks its signature, if it has one. */
    ProviderJar check(Path file, Staging.Copy copy) throws Refusal {
        try (JarFile jar = new JarFile(copy.path().toFile(), true)) {
            ProviderJar provider = identify(file, copy, jar.getManifest());
            requirePolicy(jar);
            for (JarEntry entry : Collections.list(jar.entries())) {
                check(jar, entry);
            }
            return provider;
        } catch (ZipException e) {
            throw new IncompleteRefusal("is not an intact jar: " + e.getMessage(), copy, e);
        } catch (SecurityException e) {
            throw new Refusal("has a signature that is not right: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Refusal("cannot be read: " + e.getMessage(), e);
        }
    }

    private static ProviderJar identify(Path file, Staging.Copy copy, @Nullable Manifest manifest) throws Refusal {
        Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
        String symbolicName = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (symbolicName == null || !"2".equals(headers.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            throw new Refusal(
                    "is not an OSGi bundle: its manifest has no Bundle-SymbolicName and Bundle-ManifestVersion 2");
        }
        if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
            throw new Refusal("is a fragment of another bundle, " + headers.getValue(Constants.FRAGMENT_HOST));
        }
        for (Map.Entry<String, String> header : REFUSED.entrySet()) {
            if (headers.getValue(header.getKey()) != null) {
                throw new Refusal(header.getValue() + " (" + header.getKey() + ")");
            }
        }
        String imports = Objects.requireNonNullElse(headers.getValue(Constants.IMPORT_PACKAGE), "");
        if (!IMPORT_OF_SPI.matcher(imports).find()) {
            throw new Refusal("does not import " + SPI + ", so it is no provider");
        }
        String name = symbolicName.split(";", 2)[0].strip();
        return new ProviderJar(file, copy.path(), copy.digest(), name, version(headers), "");
    }

    private static Version version(Attributes headers) throws Refusal {
        try {
            return Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
        } catch (IllegalArgumentException e) {
            throw new Refusal("has no proper version: " + e.getMessage(), e);
        }
    }

    /** What its files may be, nobody else knows. */
    private static void requirePolicy(JarFile jar) throws Refusal {
        if (jar.getEntry(Policy.FILE) == null) {
            throw new Refusal("has no policy: add " + Policy.FILE
                    + ", which says on which hosts the vendor's files are, such as {\"hosts\": [\"dl.example.com\"]}");
        }
    }

    private void check(JarFile jar, JarEntry entry) throws IOException, Refusal {
        refuseApi(entry.getName());
        if (entry.getName().endsWith(".jar")) {
            checkNested(jar, entry);
        }
        if (entry.getName().equals(Policy.FILE)) {
            checkPolicy(jar, entry);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                refuseNewerJava(entry.getName(), in.readNBytes(CLASS_HEADER));
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void checkNested(JarFile jar, JarEntry entry) throws IOException, Refusal {
        try (ZipInputStream nested = new ZipInputStream(jar.getInputStream(entry))) {
            ZipEntry inside = nested.getNextEntry();
            while (inside != null) {
                refuseApi(inside.getName());
                inside = nested.getNextEntry();
            }
        }
    }

    /** The engine would publish no file under a policy that it cannot read. */
    private static void checkPolicy(JarFile jar, JarEntry entry) throws IOException, Refusal {
        try (InputStream in = jar.getInputStream(entry)) {
            Policy.read(in);
        } catch (FeedException e) {
            throw new Refusal("has a policy that is not right: " + e.getMessage(), e);
        }
    }

    private void refuseApi(String entry) throws Refusal {
        int slash = entry.lastIndexOf('/');
        String packageName = slash < 0 ? "" : entry.substring(0, slash).replace('/', '.');
        if (entry.endsWith(".class") && apiPackages.contains(packageName)) {
            throw new Refusal("brings its own copy of the engine's package " + packageName + ", and must import it");
        }
    }

    private void refuseNewerJava(String entry, byte[] header) throws Refusal {
        if (header.length < CLASS_HEADER) {
            return;
        }
        int needed = ByteBuffer.wrap(header).getShort(CLASS_HEADER - 2) - MAJOR_VERSION_BEFORE_JAVA_1;
        if (needed > java) {
            throw new Refusal("needs Java " + needed + ", see " + entry + "; this engine runs on Java " + java);
        }
    }
}
