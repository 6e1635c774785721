package io.patchbay.fetch.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens connections: straight to an address that was checked, or through the proxy. */
final class Connector {
    private final NameService names;
    private final TrustContexts trust;

    Connector(NameService names, TrustContexts trust) {
        this.names = names;
        this.trust = trust;
    }

    /** Connects for a request to the address. The guard may close the connection from the first moment on. */
    Connection open(URI url, FeedSettings settings, Guard guard) throws IOException {
        SocketChannel channel = connect(endpoints(url, settings, guard), guard);
        try {
            return secure(url, settings, channel, guard);
        } catch (IOException e) {
            Quietly.close(channel);
            throw guard.explain(e);
        }
    }

    private List<InetSocketAddress> endpoints(URI url, FeedSettings settings, Guard guard) throws IOException {
        Optional<Proxy> proxy = settings.proxy();
        String host = proxy.map(Proxy::host).orElse(AddressPolicy.host(url));
        int port = proxy.map(Proxy::port).orElse(AddressPolicy.port(url));
        List<InetSocketAddress> endpoints = new ArrayList<>();
        for (InetAddress address : names.lookUp(host, guard.remaining())) {
            if (proxy.isEmpty()) {
                settings.policy().check(url, address);
            }
            endpoints.add(new InetSocketAddress(address, port));
        }
        return endpoints;
    }

    /**
     * Tries one address after the other, and reports what the last one said. One that does not answer leaves time for the others, and for what is
     * asked then.
     */
    private static SocketChannel connect(List<InetSocketAddress> endpoints, Guard guard) throws IOException {
        IOException last = FetchFailure.passing("the host has no address");
        long share = guard.patience().toMillis() / (endpoints.size() + 1);
        for (InetSocketAddress endpoint : endpoints) {
            SocketChannel channel = SocketChannel.open();
            try {
                guard.protect(channel);
                channel.socket().connect(endpoint, (int) Math.max(1, Math.min(share, Integer.MAX_VALUE)));
                return channel;
            } catch (IOException e) {
                Quietly.close(channel);
                last = e;
            }
        }
        throw guard.explain(last);
    }

    private Connection secure(URI url, FeedSettings settings, SocketChannel channel, Guard guard) throws IOException {
        boolean proxied = settings.proxy().isPresent();
        if (!AddressPolicy.isHttps(url)) {
            return new Connection(channel, channel.socket(), proxied, guard);
        }
        if (proxied) {
            tunnel(url, settings.proxy().get(), channel.socket());
        }
        return new Connection(channel, tls(url, settings, channel.socket()), false, guard);
    }

    private static void tunnel(URI url, Proxy proxy, Socket socket) throws IOException {
        String target = url.getHost() + ":" + AddressPolicy.port(url);
        String credentials = proxy.credentials()
                .map(c -> "Proxy-Authorization: " + c.basic() + "\r\n")
                .orElse("");
        String head = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + credentials + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        int status = ResponseHead.read(socket.getInputStream()).status();
        if (status != 200) {
            throw FetchFailure.lasting("the proxy refused to connect with status " + status);
        }
    }

    private Socket tls(URI url, FeedSettings settings, Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) trust.context(settings.trustAnchor())
                .getSocketFactory()
                .createSocket(socket, AddressPolicy.host(url), AddressPolicy.port(url), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        refuseOutOfDate(tls);
        return tls;
    }

    /** Java looks at the dates of all certificates but one that is a trust anchor itself. */
    private static void refuseOutOfDate(SSLSocket tls) throws SSLException {
        try {
            ((X509Certificate) tls.getSession().getPeerCertificates()[0]).checkValidity();
        } catch (CertificateException e) {
            throw new SSLException("the certificate is out of date: " + e.getMessage(), e);
        }
    }
}
