package io.patchbay.checks.planted;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.sun.net.httpserver.HttpServer;
import java.beans.XMLDecoder;
import java.beans.XMLEncoder;
import java.io.Externalizable;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.rmi.Remote;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.InflaterOutputStream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.naming.InitialContext;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.script.ScriptEngine;
import javax.tools.JavaCompiler;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.osgi.framework.Bundle;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.w3c.dom.Node;
import org.xml.sax.XMLReader;

/** Does everything that is dangerous, once. */
public final class Planted {
    private Planted() {}

    interface XmlParsers {
        XMLInputFactory plain();

        XMLInputFactory2 better();

        WstxInputFactory best();

        DocumentBuilderFactory documents();

        TransformerFactory transformers();

        SchemaFactory schemas();

        XPathFactory paths();

        Node node();

        XMLReader reader();
    }

    /** By a subclass, which inherits the method. */
    static final class Inherited extends JsonFactory {
        private static final long serialVersionUID = 1L;
    }

    static Object json(String text) throws IOException {
        return new Inherited().createParser(text);
    }

    static Document html(String text) {
        return Jsoup.parse(text);
    }

    interface HtmlParsers {
        Parser parser();

        Connection connection();
    }

    interface YamlParsers {
        Load load();

        Parse parse();

        Composer composer();

        StandardConstructor constructor();

        org.snakeyaml.engine.v2.parser.Parser parser();
    }

    interface Archives {
        GZIPInputStream gzip();

        Inflater inflater();

        InflaterInputStream inflaterIn();

        InflaterOutputStream inflaterOut();

        ZipFile zipFile();

        ZipInputStream zip();

        JarFile jarFile();

        JarInputStream jar();
    }

    interface Connections {
        HttpServer httpServer();

        DatagramSocket datagrams();

        HttpURLConnection http();

        ProxySelector proxies();

        ServerSocket server();

        Socket socket();

        URLConnection connection();

        HttpClient client();

        AsynchronousServerSocketChannel asynchronousServer();

        AsynchronousSocketChannel asynchronous();

        DatagramChannel datagramChannel();

        ServerSocketChannel serverChannel();

        SocketChannel channel();

        Remote remote();

        InitialContext names();

        ServerSocketFactory serverFactory();

        SocketFactory factory();

        HostnameVerifier verifier();

        SSLContext context();

        SSLEngine engine();

        TrustManager trust();
    }

    static boolean names(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        return address.getHostName().equals(address.getCanonicalHostName())
                && InetAddress.getAllByName(host)[0].isReachable(1);
    }

    static void addresses(URI address) throws IOException {
        URL url = address.toURL();
        if (url.equals(new URL("https://vendor.example")) && url.hashCode() == 0 && url.getContent() == null) {
            List.of(url.openConnection(), url.openStream()).clear();
        }
    }

    /** One that makes classes. */
    static final class Loading extends ClassLoader {
        Class<?> defined(byte[] code) throws ReflectiveOperationException {
            Thread.currentThread().setContextClassLoader(this);
            loadClass("Any");
            return defineClass("Any", code, 0, code.length);
        }
    }

    static List<Class<?>> classes(Bundle bundle, byte[] code) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        ServiceLoader.load(Runnable.class);
        return List.of(
                Class.forName("Any"),
                bundle.loadClass("Any"),
                lookup.defineClass(code),
                lookup.defineHiddenClass(code, true).lookupClass());
    }

    interface Serialization extends Externalizable {
        XMLDecoder decoder(InputStream in);

        XMLEncoder encoder(OutputStream out);

        ObjectInputStream in();

        ObjectOutputStream out();
    }

    interface Scripts {
        ScriptEngine engine();

        JavaCompiler compiler();
    }

    static Process process(String command) throws IOException {
        Runtime.getRuntime().load(command);
        Runtime.getRuntime().loadLibrary(command);
        System.load(command);
        System.loadLibrary(command);
        new ProcessBuilder(command).start();
        return Runtime.getRuntime().exec(command);
    }

    static MessageDigest digest() throws GeneralSecurityException {
        return MessageDigest.getInstance("MD5");
    }

    static void exit() {
        Runtime.getRuntime().halt(1);
        Runtime.getRuntime().exit(1);
        System.exit(1);
    }
}
