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
import okhttp3.Response;

/** The two clients of one source: reads may be sent again by OkHttp on another connection, writes never. */
record Transport(OkHttpClient reads, OkHttpClient writes, ServerTrust trust) implements AutoCloseable {

    /** Where the answer's Retry-After stands on our side. */
    static final String RETRY_AFTER = "Oncall-Retry-After";

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
                .addNetworkInterceptor(Transport::ownRetryAfter)
                .build();
        OkHttpClient writes = reads.newBuilder().retryOnConnectionFailure(false).build();
        return new Transport(reads, writes, trust);
    }

    @Override
    public void close() {
        reads.dispatcher().cancelAll();
        reads.connectionPool().evictAll();
    }

    private static Response patient(Interceptor.Chain chain, Budgets budgets) throws IOException {
        ApiRequest asked = chain.request().tag(ApiRequest.class);
        if (asked == null || !asked.patient()) {
            return chain.proceed(chain.request());
        }
        int millis = (int) budgets.idleOf(asked).toMillis();
        return chain.withReadTimeout(millis, TimeUnit.MILLISECONDS).proceed(chain.request());
    }

    /**
     * Hides Retry-After from OkHttp, which would send a request again by itself (503, Retry-After: 0) and throws on a number
     * of more than 9 digits.
     */
    private static Response ownRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String after = response.header("Retry-After");
        return after == null
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(RETRY_AFTER, after)
                        .build();
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
