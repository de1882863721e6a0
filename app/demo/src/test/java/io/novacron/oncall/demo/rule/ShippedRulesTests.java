package io.novacron.oncall.demo.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.demo.scenario.Firing;
import io.novacron.oncall.demo.scenario.Scenario;
import io.novacron.oncall.demo.scenario.Scenarios;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rule files and runbooks as they ship. */
class ShippedRulesTests {

    private static final Path FOLDER = folder();
    private static final List<JsonNode> RULES = rules();

    @Test
    void everyAlertHasARunbookAndEveryRunbookAnAlert() throws IOException {
        try (Stream<Path> runbooks = Files.list(FOLDER.resolve("runbooks"))) {
            assertThat(runbooks.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            alerts().map(alert -> alert.path("alert").asString())
                                    .toList());
        }
    }

    @Test
    void aRunbookSaysWhatToCheckWhatToDoAndWhomToCall() throws IOException {
        try (Stream<Path> runbooks = Files.list(FOLDER.resolve("runbooks"))) {
            for (Path runbook : runbooks.toList()) {
                assertThat(Files.readString(runbook))
                        .startsWith("# " + runbook.getFileName().toString().replace(".md", "") + "\n")
                        .contains(
                                "\n## Check first\n\n- ",
                                "\n## Likely causes\n\n- ",
                                "\n## Fix\n\n1. ",
                                "\n## Escalate\n\n");
            }
        }
    }

    @Test
    void everyAlertSaysHowBadOfWhichKindAndOfWhatItIs() {
        assertThat(alerts()).hasSizeGreaterThanOrEqualTo(60).allSatisfy(alert -> {
            String name = alert.path("alert").asString();
            assertThat(alert.path("labels").path("severity").asString())
                    .as(name)
                    .isIn("critical", "warning", "info");
            assertThat(alert.path("labels").path("category").asString())
                    .as(name)
                    .isIn("critical", "warning", "capacity", "security", "migration", "sla", "monitoring");
            assertThat(alert.path("labels").path("component").asString())
                    .as(name)
                    .isNotBlank();
            assertThat(alert.path("annotations").path("summary").asString())
                    .as(name)
                    .isNotBlank();
            assertThat(alert.path("annotations").path("description").asString())
                    .as(name)
                    .isNotBlank();
            assertThat(alert.path("annotations").path("runbook_url").asString())
                    .isEqualTo("https://runbooks.novacron.example/" + name);
        });
    }

    @Test
    void allCategoriesOfTheArchitectureHaveAlerts() {
        assertThat(new TreeSet<>(alerts().map(
                                alert -> alert.path("labels").path("category").asString())
                        .toList()))
                .contains("critical", "warning", "capacity", "security", "migration", "sla");
    }

    @Test
    void noNameIsUsedTwice() {
        assertThat(RULES.stream()
                        .map(rule -> rule.path("alert").asString("")
                                + rule.path("record").asString("")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheTruthSheetsSayFiresExists() {
        List<String> names =
                alerts().map(alert -> alert.path("alert").asString()).toList();
        for (Scenario scenario : Scenarios.all()) {
            assertThat(names)
                    .as(scenario.name())
                    .containsAll(
                            scenario.truth().fires().stream().map(Firing::alert).toList());
        }
    }

    private static Stream<JsonNode> alerts() {
        return RULES.stream().filter(rule -> rule.has("alert"));
    }

    private static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        YAMLMapper yaml = YAMLMapper.builder().build();
        try (Stream<Path> files = Files.list(FOLDER.resolve("rules"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode group : yaml.readTree(file).path("groups")) {
                    group.path("rules").forEach(rules::add);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rules;
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Scenarios.class.getResource("../rules/sla.yml"))
                            .toURI())
                    .resolve("../..")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
