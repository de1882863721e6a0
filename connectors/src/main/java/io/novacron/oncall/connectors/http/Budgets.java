package io.novacron.oncall.connectors.http;

import java.time.Duration;

/**
 * How long an exchange may take (reliability guide §2).
 *
 * @param connect one TCP connection
 * @param idle without a byte; a {@linkplain ApiRequest#longRunning() long-running} request may be silent for all of
 *     {@code longCall} until its first byte, because backends compute before they speak
 * @param call the whole exchange
 * @param longCall the whole exchange of a long-running request
 */
record Budgets(Duration connect, Duration idle, Duration call, Duration longCall) {

    static final Budgets DEFAULT =
            new Budgets(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));

    Duration callOf(ApiRequest request) {
        return request.patient() ? longCall : call;
    }

    Duration idleOf(ApiRequest request) {
        return request.patient() ? longCall : idle;
    }
}
