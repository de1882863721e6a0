package io.novacron.oncall.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.cli.OncallRun;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import io.novacron.oncall.desktop.settings.LoadedSettings;
import io.novacron.oncall.desktop.settings.SettingsFile;
import io.novacron.oncall.servers.AlertmanagerCluster;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A real pair whose gossip can be cut, and people who work on it by the command line. */
final class AlertPairStage implements AutoCloseable {

    final AlertmanagerPair pair;
    private final Path folder;

    AlertPairStage(Path folder) {
        this.folder = folder;
        pair = AlertmanagerPair.start(
                Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG, AlertmanagerCluster.Gossip.CUTTABLE);
    }

    /** Fires alerts on every member, as Prometheus does; answers the fingerprint of the first. */
    String fire(String name, int count) throws IOException {
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            alerts.add(Map.of("labels", labels(name, i)));
        }
        for (AlertmanagerServer member : pair.members()) {
            member.postAlerts(Http.JSON.writeValueAsString(alerts));
        }
        return Labels.of(labels(name, 0)).fingerprint();
    }

    private static Map<String, String> labels(String name, int number) {
        return Map.of("alertname", name, "severity", "warning", "node", "node-" + number);
    }

    /** The configuration of a responder, with the members themselves. */
    Path config(String operator) {
        return config(operator, pair.first().url(), pair.second().url());
    }

    Path config(String operator, URI... members) {
        String urls = "";
        for (URI member : members) {
            urls += (urls.isEmpty() ? "\"" : ", \"") + member + "\"";
        }
        String text = """
                [operator]
                name = "%s"
                role = "responder"

                [[source]]
                name = "am"
                kind = "alertmanager"
                cluster = "eu"
                every = "1s"
                urls = [%s]
                """.formatted(operator, urls);
        return OncallRun.write(folder, operator + ".toml", text);
    }

    /** The same with two recurring silences: a window of one is open, one of the other begins in half an hour. */
    Path planned(String operator) throws IOException {
        LocalTime now = LocalTime.now(ZoneOffset.UTC);
        DateTimeFormatter minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        return Files.writeString(
                config("planner-" + operator),
                """

                [[maintenance]]
                name = "backup"
                match = 'alertname="Planned",node="node-1"'
                at = "%s"
                length = "1h"

                [[maintenance]]
                name = "upgrade"
                match = 'alertname="Planned",node="node-2"'
                at = "%s"
                length = "1h"
                """.formatted(
                        now.minusMinutes(10).format(minute), now.plusMinutes(30).format(minute)),
                StandardOpenOption.APPEND);
    }

    /** Name and state of each silence of a recurring maintenance that has not ended. */
    static List<String> maintenance(AlertmanagerServer member) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode silence : member.silences()) {
            String name =
                    silence.path("annotations").path("novacron_maintenance").asString("");
            String state = silence.path("status").path("state").asString();
            if (!name.isEmpty() && !state.equals("expired")) {
                found.add(name + " " + state);
            }
        }
        return found;
    }

    /** A console that stays, until it is closed; its state is in a folder of its own. */
    Composition console(Path config) throws IOException {
        if (!(SettingsFile.load(config, Optional.empty(), "nobody")
                instanceof LoadedSettings.Loaded(Settings settings, Path file))) {
            throw new IllegalStateException("no configuration in " + config);
        }
        Clock clock = Clock.system();
        Path state = Files.createTempDirectory(folder, "state");
        return new Composition(
                settings,
                Composition.Outside.of(settings, new SecretPlaces(Map.of()), clock),
                Database.in(state, clock),
                clock);
    }

    /** Runs a command that must end so; answers its document. */
    static JsonNode run(int exit, Path config, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        OncallRun run = OncallRun.of(config, Map.of(), all.toArray(String[]::new));
        assertThat(run.exit()).as("%s: %s %s", all, run.out(), run.err()).isEqualTo(exit);
        return run.json();
    }

    /** The active silences of a member by id, those alone that hit alerts of this name. */
    static Map<String, JsonNode> active(AlertmanagerServer member, String alertName) throws IOException {
        Map<String, JsonNode> active = new HashMap<>();
        for (JsonNode silence : member.silences()) {
            boolean names = false;
            for (JsonNode matcher : silence.path("matchers")) {
                names |= matcher.path("value").asString().equals(alertName);
            }
            if (names && silence.path("status").path("state").asString().equals("active")) {
                active.put(silence.path("id").asString(), silence);
            }
        }
        return active;
    }

    @Override
    public void close() {
        pair.close();
    }
}
