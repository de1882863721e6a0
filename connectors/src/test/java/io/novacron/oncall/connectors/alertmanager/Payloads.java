package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.connectors.http.ReplyHead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Bodies in the shapes of 0.25, 0.28 and 0.34, written after what the real ones answer. */
final class Payloads {

    static final String STATUS_0_25 = """
            {"cluster":{"peers":[],"status":"disabled"},"config":{"original":"route:\\n  receiver: a\\n"},\
            "uptime":"2026-11-22T15:25:55.531Z","versionInfo":{"branch":"debian/sid","buildDate":"20230409-09:50:43",\
            "buildUser":"x","goVersion":"go1.19.8","revision":"0.25.0-1+b4","version":"0.25.0"}}""";

    static final String STATUS_0_34 = """
            {"cluster":{"name":"01M81Y08V99QKBCSE8CM3GM99J","peers":[\
            {"address":"127.0.0.1:19451","name":"01M81Y08V99QKBCSE8CM3GM99J"},\
            {"address":"127.0.0.1:19452","name":"01M81Y08V9W6Y9T1E6TZBRX66W"}],"status":"ready"},\
            "config":{"original":"route:\\n  receiver: a\\n"},"uptime":"2026-11-22T15:25:55.520Z",\
            "versionInfo":{"branch":"","buildDate":"","buildUser":"","goVersion":"go1.26.8","revision":"","version":"0.34.2"}}""";

    /** X stands on two routes. */
    static final String GROUPS_0_25 = """
            [{"alerts":[{"annotations":{},"endsAt":"2026-11-22T15:30:58.496Z","fingerprint":"69ac58bdfb235004",\
            "receivers":[{"name":"a"},{"name":"b"}],"startsAt":"2026-11-22T15:25:58.496Z",\
            "status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-11-22T15:25:58.496Z",\
            "labels":{"alertname":"X","multi":"1"}}],"labels":{"alertname":"X"},"receiver":{"name":"a"}},\
            {"alerts":[{"annotations":{},"endsAt":"2026-11-22T15:30:58.496Z","fingerprint":"69ac58bdfb235004",\
            "receivers":[{"name":"a"},{"name":"b"}],"startsAt":"2026-11-22T15:25:58.496Z",\
            "status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-11-22T15:25:58.496Z",\
            "labels":{"alertname":"X","multi":"1"}}],"labels":{"alertname":"X"},"receiver":{"name":"b"}}]""";

    /** X and one alert that no group has. */
    static final String ALERTS_0_25 = """
            [{"annotations":{},"endsAt":"2026-11-22T15:30:58.496Z","fingerprint":"69ac58bdfb235004",\
            "receivers":[{"name":"b"},{"name":"a"}],"startsAt":"2026-11-22T15:25:58.496Z",\
            "status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-11-22T15:25:58.496Z",\
            "labels":{"alertname":"X","multi":"1"}},\
            {"annotations":{"summary":"hi"},"endsAt":"2026-11-22T15:30:58.496Z","fingerprint":"9ba0f3ed77fb0e1b",\
            "receivers":[],"startsAt":"2026-11-22T15:25:58.496Z",\
            "status":{"inhibitedBy":["d10f88bfc66fb842"],"silencedBy":[],"state":"suppressed"},\
            "updatedAt":"2026-11-22T15:25:58.496Z","generatorURL":"http://x/g",\
            "labels":{"alertname":"W","severity":"warning","svc":"s"}}]""";

    /** M is muted in its only group. */
    static final String GROUPS_0_28 = """
            [{"alerts":[{"annotations":{},"endsAt":"2026-11-22T15:31:01.891Z","fingerprint":"7b42d7113d5a700f",\
            "receivers":[{"name":"c"}],"startsAt":"2026-11-22T15:26:01.891Z",\
            "status":{"inhibitedBy":[],"mutedBy":["always"],"silencedBy":[],"state":"suppressed"},\
            "updatedAt":"2026-11-22T15:26:01.891Z","labels":{"alertname":"M","muted":"1"}}],\
            "labels":{"alertname":"M"},"receiver":{"name":"c"}}]""";

    /** X is active in one group and muted in the other; S is silenced. */
    static final String GROUPS_0_34 = """
            [{"alerts":[{"annotations":{},"endsAt":"2026-11-22T15:31:01.891Z","fingerprint":"69ac58bdfb235004",\
            "receivers":[{"name":"a"},{"name":"b"}],"startsAt":"2026-11-22T15:26:01.891Z",\
            "status":{"inhibitedBy":[],"mutedBy":["always"],"silencedBy":[],"state":"suppressed"},\
            "updatedAt":"2026-11-22T15:26:01.891Z","labels":{"alertname":"X","multi":"1"}}],\
            "labels":{"alertname":"X"},"receiver":{"name":"b"},"routeLabels":{}},\
            {"alerts":[{"annotations":{},"endsAt":"2026-11-22T15:31:01.891Z","fingerprint":"69ac58bdfb235004",\
            "receivers":[{"name":"a"},{"name":"b"}],"startsAt":"2026-11-22T15:26:01.891Z",\
            "status":{"inhibitedBy":[],"mutedBy":[],"silencedBy":[],"state":"active"},\
            "updatedAt":"2026-11-22T15:26:01.891Z","labels":{"alertname":"X","multi":"1"}}],\
            "labels":{"alertname":"X"},"receiver":{"name":"a"},"routeLabels":{}},\
            {"alerts":[{"annotations":{},"endsAt":"2026-11-22T15:31:01.891Z","fingerprint":"00000000000000aa",\
            "receivers":[{"name":"a"}],"startsAt":"2026-11-22T15:26:01.891Z",\
            "status":{"inhibitedBy":[],"mutedBy":[],"silencedBy":["4bd0f511-8cef-4862-a580-3e412be08ebd"],\
            "state":"suppressed"},"updatedAt":"2026-11-22T15:26:01.891Z","labels":{"alertname":"S"}}],\
            "labels":{"alertname":"S"},"receiver":{"name":"a"},"routeLabels":{"team":"x"}}]""";

    static final String SILENCE_0_25 = """
            {"id":"02c874c2-92d3-4f71-b9fc-af9f9c9ab382","status":{"state":"active"},\
            "updatedAt":"2026-11-22T15:26:01.825Z","comment":"y","createdBy":"x","endsAt":"2030-01-01T00:00:00.000Z",\
            "matchers":[{"isEqual":true,"isRegex":false,"name":"a","value":"b"},\
            {"isEqual":false,"isRegex":true,"name":"c","value":"d|e"}],"startsAt":"2026-11-22T15:26:01.825Z"}""";

    static final String SILENCE_0_34 = """
            {"id":"4bd0f511-8cef-4862-a580-3e412be08ebd","status":{"state":"active"},\
            "updatedAt":"2026-11-22T15:26:05.112Z","annotations":{"novacron_kind":"ack"},"comment":"y","createdBy":"x",\
            "endsAt":"2030-01-01T00:00:00.000Z","matchers":[{"isEqual":true,"isRegex":false,"name":"a","value":"b"}],\
            "startsAt":"2026-11-22T15:26:05.112Z"}""";

    private Payloads() {}

    static <W> List<W> rows(Class<W> row, String json) {
        try {
            return Json.listDecoder(row, Function.<List<W>>identity()).decode(stream(json), HEAD);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static <W> W object(Class<W> wire, String json) {
        try {
            return Json.decoder(wire, Function.<W>identity()).decode(stream(json), HEAD);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    static final ReplyHead HEAD = new ReplyHead(200, "application/json", null, Map.of());
}
