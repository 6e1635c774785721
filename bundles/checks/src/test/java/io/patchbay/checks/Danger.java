package io.patchbay.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * What a mistake makes dangerous, and the few classes that may do it: they set the limits, and everybody else goes through them.
 *
 * <p>A use is the name of a class, of a package ({@code java.rmi..}), or of a member ({@code java.lang.System#exit}), also if a subclass
 * inherits it.
 */
enum Danger {
    XML_PARSER(
            Set.of(
                    "javax.xml.stream.XMLInputFactory",
                    "org.codehaus.stax2.XMLInputFactory2",
                    "com.ctc.wstx.stax.WstxInputFactory",
                    "javax.xml.parsers..",
                    "javax.xml.transform..",
                    "javax.xml.validation..",
                    "javax.xml.xpath..",
                    "org.w3c.dom..",
                    "org.xml.sax.."),
            Set.of("io.patchbay.feeds.Xml")),

    JSON_PARSER(Set.of("com.fasterxml.jackson.core.TokenStreamFactory#createParser"), Set.of("io.patchbay.feeds.Json")),

    HTML_PARSER(
            Set.of("org.jsoup.Jsoup", "org.jsoup.parser.Parser", "org.jsoup.Connection"),
            Set.of("io.patchbay.feeds.Html")),

    YAML_PARSER(
            Set.of(
                    "org.snakeyaml.engine.v2.api.Load",
                    "org.snakeyaml.engine.v2.api.lowlevel..",
                    "org.snakeyaml.engine.v2.composer..",
                    "org.snakeyaml.engine.v2.constructor..",
                    "org.snakeyaml.engine.v2.parser.."),
            Set.of("io.patchbay.declared.Setting", "io.patchbay.feeds.Yaml")),

    ARCHIVE(
            Set.of(
                    "java.util.zip.GZIPInputStream",
                    "java.util.zip.Inflater",
                    "java.util.zip.InflaterInputStream",
                    "java.util.zip.InflaterOutputStream",
                    "java.util.zip.ZipFile",
                    "java.util.zip.ZipInputStream",
                    "java.util.jar.JarFile",
                    "java.util.jar.JarInputStream"),
            Set.of(
                    "io.patchbay.cabinet.MszipDecoder",
                    "io.patchbay.catalog.sqlite.Packing",
                    "io.patchbay.deployer.JarCheck",
                    "io.patchbay.feeds.sdp.ZipMembers",
                    "io.patchbay.fetch.http.GzipBody",
                    "io.patchbay.runtime.Provenance")),

    NETWORK(
            Set.of(
                    "com.sun.net.httpserver..",
                    "java.net.DatagramSocket",
                    "java.net.HttpURLConnection",
                    "java.net.InetAddress#getAllByName",
                    "java.net.InetAddress#getByName",
                    "java.net.InetAddress#getCanonicalHostName",
                    "java.net.InetAddress#getHostName",
                    "java.net.InetAddress#isReachable",
                    "java.net.ProxySelector",
                    "java.net.ServerSocket",
                    "java.net.Socket",
                    "java.net.URLConnection",
                    "java.net.http..",
                    "java.nio.channels.AsynchronousServerSocketChannel",
                    "java.nio.channels.AsynchronousSocketChannel",
                    "java.nio.channels.DatagramChannel",
                    "java.nio.channels.ServerSocketChannel",
                    "java.nio.channels.SocketChannel",
                    "java.rmi..",
                    "javax.naming..",
                    "javax.net.ServerSocketFactory",
                    "javax.net.SocketFactory",
                    "javax.net.ssl.HostnameVerifier",
                    "javax.net.ssl.SSLContext",
                    "javax.net.ssl.SSLEngine",
                    "javax.net.ssl.TrustManager"),
            Set.of(
                    "io.patchbay.fetch.http.Connection",
                    "io.patchbay.fetch.http.Connector",
                    "io.patchbay.fetch.http.Surroundings",
                    "io.patchbay.fetch.http.TrustContexts",
                    "io.patchbay.runtime.EngineClient",
                    "io.patchbay.shell.socket.Frames",
                    "io.patchbay.shell.socket.Session",
                    "io.patchbay.shell.socket.ShellSocket")),

    URL(
            Set.of(
                    "java.net.URI#toURL",
                    "java.net.URL#<init>",
                    "java.net.URL#equals",
                    "java.net.URL#getContent",
                    "java.net.URL#hashCode",
                    "java.net.URL#openConnection",
                    "java.net.URL#openStream"),
            Set.of(
                    "io.patchbay.log.UnreadConfiguration",
                    "io.patchbay.runtime.Provenance",
                    "io.patchbay.sync.engine.BundlePolicy")),

    CLASS_LOADER(
            Set.of(
                    "java.lang.Class#forName",
                    "java.lang.ClassLoader#<init>",
                    "java.lang.ClassLoader#defineClass",
                    "java.lang.ClassLoader#loadClass",
                    "java.lang.Thread#setContextClassLoader",
                    "java.lang.invoke.MethodHandles$Lookup#defineClass",
                    "java.lang.invoke.MethodHandles$Lookup#defineHiddenClass",
                    "java.util.ServiceLoader",
                    "org.osgi.framework.Bundle#loadClass"),
            Set.of("io.patchbay.runtime.Engine")),

    SERIALIZATION(
            Set.of(
                    "java.beans.XMLDecoder",
                    "java.beans.XMLEncoder",
                    "java.io.Externalizable",
                    "java.io.ObjectInputStream",
                    "java.io.ObjectOutputStream"),
            Set.of()),

    FOREIGN_CODE(
            Set.of(
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.Runtime#exec",
                    "java.lang.Runtime#load",
                    "java.lang.Runtime#loadLibrary",
                    "java.lang.System#load",
                    "java.lang.System#loadLibrary",
                    "javax.script..",
                    "javax.tools.."),
            Set.of("io.patchbay.isolation.Child")),

    /** SHA-256 but for {@code GitBlob} and {@code UpdateId}, whose formats ask for SHA-1. */
    DIGEST(
            Set.of("java.security.MessageDigest#getInstance"),
            Set.of("io.patchbay.feeds.GitBlob", "io.patchbay.feeds.Sha256", "io.patchbay.model.UpdateId")),

    EXIT(
            Set.of("java.lang.Runtime#exit", "java.lang.Runtime#halt", "java.lang.System#exit"),
            Set.of(
                    "io.patchbay.isolation.child.ChildMain",
                    "io.patchbay.runtime.Launcher",
                    "io.patchbay.runtime.StopSignal"));

    private final Set<String> uses;
    private final Set<String> allowed;

    Danger(Set<String> uses, Set<String> allowed) {
        this.uses = uses;
        this.allowed = allowed;
    }

    /** What nobody else may use. */
    Set<String> uses() {
        return uses;
    }

    /** Who may, by name; what is nested in them may, too. */
    Set<String> allowed() {
        return allowed;
    }

    /** That nobody else does. */
    ArchRule rule() {
        return noClasses().that(areNotAllowed()).should(useAny());
    }

    private DescribedPredicate<JavaClass> areNotAllowed() {
        return DescribedPredicate.describe(
                "are not allowed to (" + name() + ")", each -> !allowed.contains(Shipped.outermost(each)));
    }

    private ArchCondition<JavaClass> useAny() {
        return uses.stream().sorted().map(Danger::use).reduce(ArchCondition::or).orElseThrow();
    }

    /** That a class uses one thing. */
    static ArchCondition<JavaClass> use(String what) {
        if (what.endsWith("..")) {
            return dependOnClassesThat(resideInAPackage(what));
        }
        if (what.contains("#")) {
            return accessTargetWhere(DescribedPredicate.describe("the target is " + what, access -> is(access, what)));
        }
        return dependOnClassesThat(DescribedPredicate.describe(
                "are " + what, each -> each.getName().equals(what)));
    }

    private static boolean is(JavaAccess<?> access, String member) {
        String owner = member.substring(0, member.indexOf('#'));
        return access.getTarget().getName().equals(member.substring(owner.length() + 1))
                && access.getTargetOwner().isAssignableTo(owner);
    }
}
