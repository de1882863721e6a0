package io.novacron.oncall.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.internal.tls.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Whom one source trusts: the machine's store and, for this source alone, its own CA file. What is refused is described, so
 * that the user can judge it.
 */
final class ServerTrust implements X509TrustManager, HostnameVerifier {

    private final List<X509TrustManager> stores;
    private final ThreadLocal<String> shown = new ThreadLocal<>();

    private ServerTrust(List<X509TrustManager> stores) {
        this.stores = List.copyOf(stores);
    }

    /** An IOException names the CA file and what is wrong with it. */
    static ServerTrust of(@Nullable Path ca) throws IOException {
        try {
            List<X509TrustManager> stores = new ArrayList<>();
            stores.add(manager(null));
            if (ca != null) {
                stores.add(manager(store(ca)));
            }
            return new ServerTrust(stores);
        } catch (GeneralSecurityException e) {
            throw new IOException("the machine's certificate store cannot be read: " + e.getMessage(), e);
        }
    }

    SSLSocketFactory sockets() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not available: " + e.getMessage(), e);
        }
    }

    /** The certificate that this thread saw last, for the sentence about why it was refused; empty if none. */
    String lastShown() {
        String text = shown.get();
        return text == null ? "" : text;
    }

    void forget() {
        shown.remove();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        shown.set(describe(chain[0]));
        CertificateException refused = null;
        for (X509TrustManager store : stores) {
            try {
                store.checkServerTrusted(chain, kind);
                return;
            } catch (CertificateException e) {
                refused = e;
            }
        }
        throw refused == null ? new CertificateException("no certificate store") : refused;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("we are no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return stores.stream()
                .flatMap(store -> java.util.Arrays.stream(store.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    @Override
    public boolean verify(String host, SSLSession session) {
        try {
            shown.set(describe((X509Certificate) session.getPeerCertificates()[0]));
        } catch (SSLException e) {
            return false;
        }
        return OkHostnameVerifier.INSTANCE.verify(host, session);
    }

    private static String describe(X509Certificate certificate) {
        return "certificate of " + certificate.getSubjectX500Principal().getName()
                + ", issued by " + certificate.getIssuerX500Principal().getName()
                + ", valid until " + certificate.getNotAfter().toInstant();
    }

    private static KeyStore store(Path ca) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates;
        try (InputStream in = Files.newInputStream(ca)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException e) {
            throw new IOException("the CA file " + ca + " cannot be read; check the path and its permissions", e);
        } catch (CertificateException e) {
            throw new IOException("the CA file " + ca + " holds no certificate in PEM form", e);
        }
        if (certificates.isEmpty()) {
            throw new IOException("the CA file " + ca + " holds no certificate in PEM form");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int n = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca" + n++, certificate);
        }
        return store;
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }
}
