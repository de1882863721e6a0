package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.source.SourceError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a status other than 2xx means (reliability guide §2). */
final class Statuses {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private Statuses() {}

    /**
     * @param write after a write a 503 is no promise that nothing happened
     * @param text what the body says, without our secrets
     * @param credential what we sent, without the secret
     */
    static SourceError of(
            Response response,
            Member member,
            boolean write,
            ApiRequest request,
            String text,
            String credential,
            Instant now) {
        int status = response.code();
        String host = member.name();
        if (status / 100 == 3) {
            return new SourceError.Redirected(shown(response), target(response));
        }
        Instant retryAt = retryAt(response, now);
        return switch (status) {
            case 401, 403 -> new SourceError.Denied(host, status, credential);
            case 404 ->
                request.missingIsAnswer()
                        ? new SourceError.Rejected(host, status, text)
                        : notTheApi(response, request, text);
            case 405, 410 -> notTheApi(response, request, text);
            case 429 -> new SourceError.Busy(host, status, retryAt);
            case 503 ->
                write || retryAt == null
                        ? new SourceError.ServerFault(host, status, text)
                        : new SourceError.Busy(host, status, retryAt);
            default ->
                status == 408 || status >= 500
                        ? new SourceError.ServerFault(host, status, text)
                        : new SourceError.Rejected(host, status, text);
        };
    }

    private static SourceError notTheApi(Response response, ApiRequest request, String text) {
        String found = response.code() + (text.isEmpty() ? "" : " (" + text + ")");
        return new SourceError.NotTheApi(shown(response), found, request.expected());
    }

    private static String shown(Response response) {
        return Member.shown(response.request().url());
    }

    private static String target(Response response) {
        String location = response.header("Location", "");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        return target == null ? "a place it does not name as a URL" : Member.shown(target);
    }

    private static @Nullable Instant retryAt(Response response, Instant now) {
        String after = response.header(Transport.RETRY_AFTER);
        if (after == null) {
            return null;
        }
        Duration wait = wait(after.strip(), now);
        return wait == null ? null : now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private static @Nullable Duration wait(String after, Instant now) {
        try {
            Duration wait = !after.isEmpty() && after.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Duration.ofSeconds(after.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(after))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
