package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** Somebody guesses the password of one account, from one address. */
final class AuthBruteforce {

    private AuthBruteforce() {}

    static Scenario scenario() {
        return new Scenario(
                "auth-bruteforce",
                "Logins fail in great numbers",
                List.of(
                        effect(Aspect.LOGIN_FAILURES, Place.of("eu-west"), 40, 5, 20),
                        effect(Aspect.LOAD, Place.of("eu-west", Service.AUTH), 1.5, 5, 20),
                        effect(Aspect.LATENCY, Place.of("eu-west", Service.AUTH), 0.15, 10, 30),
                        effect(Aspect.CPU, Place.ofNode("eu-west", "eu-west-n08"), 0.2, 5, 20),
                        effect(Aspect.CPU, Place.ofNode("eu-west", "eu-west-n09"), 0.2, 5, 20)),
                new Truth(
                        "One address, 203.0.113.66, guesses the password of the account "
                                + "backup@kestrel.example of tenant kestrel at the auth service of eu-west, 40 "
                                + "times a second.",
                        List.of(
                                "cluster eu-west",
                                "service auth",
                                "tenant kestrel",
                                "account backup@kestrel.example",
                                "address 203.0.113.66"),
                        Truth.firing("eu-west", "LoginFailuresHigh", "BruteForceSuspected"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "BruteForceSuspected carries the address in its source label; nothing else in the "
                                                + "cluster is broken."),
                                new Sight(
                                        "topology",
                                        "auth of eu-west is busy and a little slow, but healthy otherwise."),
                                new Sight(
                                        "traces",
                                        "Login traces fail in auth with the same user and the same address; those of "
                                                + "other users succeed."),
                                new Sight(
                                        "logs",
                                        "The audit log shows one failed login after the other for backup@kestrel.example "
                                                + "from 203.0.113.66.")),
                        List.of(
                                Clue.of(
                                        "\"alertname\":\"BruteForceSuspected\"",
                                        "alerts",
                                        "--filter",
                                        "alertname=\"BruteForceSuspected\""),
                                Clue.query(
                                        "eu-west",
                                        "api",
                                        "sum by (source) "
                                                + "(rate(novacron_authentication_events_total{status=\"failure\"}[2m])) > 2"),
                                Clue.of(
                                        "traceId",
                                        "traces",
                                        "search",
                                        "--service",
                                        "auth",
                                        "--tag",
                                        "user.id=backup@kestrel.example"),
                                Clue.of("backup@kestrel.example", "logs", "search", "source.ip:\"203.0.113.66\"")),
                        List.of(
                                "Block 203.0.113.66 at haproxy.",
                                "Lock backup@kestrel.example and tell tenant kestrel.",
                                "Search the audit log for a login of that account that succeeded since the start.")));
    }
}
