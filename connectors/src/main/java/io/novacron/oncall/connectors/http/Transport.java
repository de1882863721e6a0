package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.settings.SourceSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** The two clients of one source: reads may be sent again by OkHttp on another connection, writes never. */
record Transport(OkHttpClient reads, OkHttpClient writes, ServerTrust trust) implements AutoCloseable {

    static Transport open(SourceSettings settings, Budgets budgets) throws IOException {
        ServerTrust trust = ServerTrust.of(settings.ca());
        OkHttpClient reads = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(5, 5, TimeUnit.MINUTES))
                .dispatcher(new Dispatcher())
                .connectTimeout(budgets.connect())
                .readTimeout(budgets.idle())
                .writeTimeout(budgets.idle())
                .callTimeout(budgets.call())
                .pingInterval(Duration.ofSeconds(10))
                .retryOnConnectionFailure(true)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionSpecs(specs(settings))
                .sslSocketFactory(trust.sockets(), trust)
                .hostnameVerifier(trust)
                .proxySelector(new LoopbackDirect())
                .addInterceptor(chain -> patient(chain, budgets))
                .build();
        OkHttpClient writes = reads.newBuilder().retryOnConnectionFailure(false).build();
        return new Transport(reads, writes, trust);
    }

    @Override
    public void close() {
        reads.dispatcher().cancelAll();
        reads.connectionPool().evictAll();
    }

    private static okhttp3.Response patient(Interceptor.Chain chain, Budgets budgets) throws IOException {
        ApiRequest asked = chain.request().tag(ApiRequest.class);
        if (asked == null || !asked.patient()) {
            return chain.proceed(chain.request());
        }
        int millis = (int) budgets.longCall().toMillis();
        return chain.withReadTimeout(millis, TimeUnit.MILLISECONDS).proceed(chain.request());
    }

    private static List<ConnectionSpec> specs(SourceSettings settings) {
        boolean https = settings.urls().stream().anyMatch(url -> "https".equalsIgnoreCase(url.getScheme()));
        boolean http = settings.urls().stream().anyMatch(url -> "http".equalsIgnoreCase(url.getScheme()));
        if (https && http) {
            return List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT);
        }
        return List.of(https ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT);
    }
}
