package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Intruder;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;
import java.util.Locale;

/** Authentication and what security makes of it; each process has its part of what happens to the cluster. */
final class AuthPage {

    private static final double FAILED_LOGINS = 0.05;
    private static final List<String> SOURCES = List.of("web", "api", "cli");

    private final Page page;
    private final Site site;
    private final double rate;
    private final Pulses attack;
    private final double part;

    private AuthPage(Page page, Site site, double rate) {
        this.page = page;
        this.site = site;
        this.rate = rate;
        this.attack = site.at(Aspect.LOGIN_FAILURES, Service.AUTH);
        this.part = 1.0 / site.cluster().instancesOf(Service.AUTH).size();
    }

    static void write(Page page, Site site, double rate) {
        AuthPage auth = new AuthPage(page, site, rate);
        auth.events();
        auth.authorization();
        auth.security();
        auth.handshakes();
    }

    private void events() {
        double[] sources = {0.6, 0.3, 0.1};
        for (int i = 0; i < sources.length; i++) {
            String source = SOURCES.get(i);
            Signal failed = site.count(FAILED_LOGINS * part * sources[i]);
            event("login", "failure", source, source.equals("api") ? failed.plus(site.added(attack, part)) : failed);
            event("login", "success", source, site.count(rate * 0.15 * sources[i]));
            event("session", "success", source, site.count(rate * 0.55 * sources[i]));
            event("token", "success", source, site.count(rate * 0.30 * sources[i]));
            event("token", "failure", source, site.count(rate * 2e-4 * sources[i]));
        }
    }

    private void event(String type, String status, String source, Signal count) {
        page.counter(
                "novacron_authentication_events_total",
                "Authentications by outcome.",
                count,
                "event_type",
                type,
                "status",
                status,
                "source",
                source);
    }

    private void authorization() {
        List<String> actions = List.of("read", "delete", "migrate");
        for (int user = 0; user < 6; user++) {
            refused(
                    String.format(Locale.ROOT, "user-%03d", 17 + 31 * user),
                    user % 2 == 0 ? "vm" : "volume",
                    actions.get(user % actions.size()),
                    site.count(0.01 * part / 6));
        }
        refused(Intruder.USER, "session", "create", site.added(attack, 0.05 * part));
    }

    private void refused(String user, String type, String action, Signal count) {
        page.counter(
                "novacron_authorization_failures_total",
                "Actions that were refused.",
                count,
                "user_id",
                user,
                "resource_type",
                type,
                "action",
                action);
    }

    private void security() {
        violation("brute_force", "high", site.added(attack, 0.1 * part));
        violation("privilege_escalation", "critical", site.count(2e-6 * part));
        violation("policy", "low", site.count(0.002 * part));
        securityEvent("login_anomaly", "medium", site.count(0.001 * part).plus(site.added(attack, 0.2 * part)));
        securityEvent("policy_change", "info", site.count(0.0005 * part));
        incident("brute_force", "high", "open", site.added(attack, 0.002 * part));
        incident("policy", "low", "closed", site.count(2e-5 * part));
        for (String component : List.of("auth", "api", "network", "storage")) {
            boolean attacked = component.equals("auth") || component.equals("api");
            Signal usual = site.wander("score " + component, 97, 0.01, 900);
            page.gauge(
                    "novacron_security_health_score",
                    "How secure a component is, 0 to 100.",
                    time -> Math.clamp(usual.at(time) - (attacked ? 2 * attack.at(time) : 0), 0, 100),
                    "component",
                    component);
        }
        for (String priority : List.of("high", "normal")) {
            Signal usual = site.busy("queue " + priority, 0.1, 0.2, 60);
            page.gauge(
                    "novacron_security_event_queue_utilization",
                    "Share of the queue of security events that is used.",
                    time -> Math.min(1, usual.at(time) + attack.at(time) / 100),
                    "queue_type",
                    "events",
                    "priority",
                    priority);
        }
    }

    private void violation(String type, String severity, Signal count) {
        page.counter(
                "novacron_security_violations_total",
                "Violations of security rules.",
                count,
                "violation_type",
                type,
                "severity",
                severity);
    }

    private void securityEvent(String type, String severity, Signal count) {
        page.counter(
                "novacron_security_events_total",
                "Security events.",
                count,
                "type",
                type,
                "severity",
                severity,
                "source",
                "auth");
    }

    private void incident(String type, String severity, String status, Signal count) {
        page.counter(
                "novacron_security_incidents_total",
                "Security incidents.",
                count,
                "type",
                type,
                "severity",
                severity,
                "status",
                status);
    }

    private void handshakes() {
        Pulses loss = site.pulses(Aspect.PACKET_LOSS);
        page.counter("mtls_handshakes_total", "TLS handshakes with client certificates.", site.count(rate * 0.2));
        page.counter(
                "mtls_handshakes_failed_total",
                "TLS handshakes that failed.",
                site.share(rate * 0.2, time -> Math.min(1, 2e-4 + 0.3 * loss.at(time)), loss));
    }
}
