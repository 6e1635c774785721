package io.patchbay.fetch.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a TLS connection trusts: Java's own authorities, and for one feed those of a PEM file as well. A context is kept for its
 * sessions, which spare the next connection a round trip, and as long as its file does not change.
 */
final class TrustContexts {
    private final Cache<Anchor, SSLContext> contexts = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** The context for a feed's additional trust anchor, or for none. */
    SSLContext context(Optional<Path> pem) throws IOException {
        Anchor anchor = pem.isPresent() ? Anchor.of(pem.get()) : Anchor.NONE;
        SSLContext known = contexts.getIfPresent(anchor);
        if (known != null) {
            return known;
        }
        SSLContext context = create(pem);
        contexts.put(anchor, context);
        return context;
    }

    private static SSLContext create(Optional<Path> pem) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, pem.isPresent() ? managers(withDefaults(pem.get())) : null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw FetchFailure.lasting(
                    "the trust anchor " + pem.map(Path::toString).orElse("") + " is no certificate", e);
        }
    }

    private static KeyStore withDefaults(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates(pem)) {
            store.setCertificateEntry("feed" + number++, certificate);
        }
        for (X509Certificate certificate : defaults()) {
            store.setCertificateEntry("default" + number++, certificate);
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path pem)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static X509Certificate[] defaults() throws GeneralSecurityException {
        return ((X509TrustManager) managers(null)[0]).getAcceptedIssuers();
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /**
     * A PEM file in one state.
     *
     * @param file blank for none
     * @param modified when it was last written
     */
    private record Anchor(String file, FileTime modified) {
        static final Anchor NONE = new Anchor("", FileTime.fromMillis(0));

        static Anchor of(Path pem) throws FetchFailure {
            try {
                return new Anchor(pem.toString(), Files.getLastModifiedTime(pem));
            } catch (IOException e) {
                throw FetchFailure.lasting("the trust anchor " + pem + " cannot be read", e);
            }
        }
    }
}
