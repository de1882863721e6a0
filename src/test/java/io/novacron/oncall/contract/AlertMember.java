package io.novacron.oncall.contract;

import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.net.URI;

/** One Alertmanager of a stage, in a process of its own or in this one. */
sealed interface AlertMember {

    URI url();

    /** Nobody answers any more, until {@link #restart}. */
    void kill();

    void restart();

    /** Host and port as in {@code 127.0.0.1:9093}. */
    default String hostPort() {
        return url().getAuthority();
    }

    default URI url(String path) {
        return URI.create(url() + path);
    }

    /** Posts a JSON list of alerts. */
    default void postAlerts(String json) throws IOException {
        Http.post(url("/api/v2/alerts"), json).ok();
    }

    /** Posts a silence and returns its id. */
    default String postSilence(String json) throws IOException {
        return Http.post(url("/api/v2/silences"), json)
                .ok()
                .json()
                .path("silenceID")
                .asString();
    }

    record Real(AlertmanagerServer server) implements AlertMember {

        @Override
        public URI url() {
            return server.url();
        }

        @Override
        public void kill() {
            server.kill();
        }

        @Override
        public void restart() {
            server.restart();
        }
    }

    record Estate(Loopback loopback) implements AlertMember {

        @Override
        public URI url() {
            return loopback.uri();
        }

        @Override
        public void kill() {
            loopback.down();
        }

        @Override
        public void restart() {
            loopback.up();
        }
    }
}
