package io.novacron.oncall.connectors.http;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Makes OkHttp's request of ours. */
final class Requests {

    private static final MediaType JSON = MediaType.get("application/json");

    private Requests() {}

    static Request of(ApiRequest request, Member member, Credentials.Carried carried) {
        Request.Builder builder = new Request.Builder()
                .url(member.url(request))
                .tag(ApiRequest.class, request)
                .header("Accept", "application/json")
                // asked for by us, so that OkHttp does not decompress without a bound
                .header("Accept-Encoding", "gzip");
        carried.headers().forEach(builder::header);
        if (!carried.authorization().isEmpty()) {
            builder.header("Authorization", carried.authorization());
        }
        request.headers().forEach(header -> builder.header(header.name(), header.value()));
        return switch (request.method()) {
            case GET -> builder.get().build();
            case DELETE -> builder.delete(once(null, ByteString.EMPTY)).build();
            case POST_JSON -> {
                ByteString json = request.json();
                yield builder.post(once(JSON, json == null ? ByteString.EMPTY : json))
                        .build();
            }
            case POST_FORM -> builder.post(form(request)).build();
        };
    }

    private static RequestBody form(ApiRequest request) {
        FormBody.Builder form = new FormBody.Builder();
        request.parameters().forEach(field -> form.add(field.name(), field.value()));
        return form.build();
    }

    /** A one-shot body: OkHttp sends it once, whatever happens. */
    private static RequestBody once(@Nullable MediaType type, ByteString bytes) {
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() {
                return bytes.size();
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(bytes);
            }
        };
    }
}
