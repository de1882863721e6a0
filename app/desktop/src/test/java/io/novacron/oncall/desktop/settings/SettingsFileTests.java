package io.novacron.oncall.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.SourceKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTests {

    private static final String SOURCE =
            "[[source]]\nname = \"am\"\nkind = \"alertmanager\"\nurls = [\"http://h:9093\"]\n";

    @TempDir
    private Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), "pem");
        Settings settings = loaded("""
                environment = "production"

                [operator]
                name = "ana"
                role = "lead"

                [[source]]
                name = "am-eu"
                kind = "alertmanager"
                environment = "production"
                cluster = "eu-west"
                urls = ["https://h:9093/am/", "http://[::1]:9094"]
                every = "1m30s"
                headers = { X-Scope-OrgID = "tenant" }
                basic = { user = "oncall", password = "env:AM_PASSWORD" }
                tls = { ca = "ca.pem" }
                rearm = false

                [[source]]
                name = "es"
                kind = "elasticsearch"
                urls = ["http://h:9200"]
                indices = ["logs-*", "app"]
                api_key = "file:es.key"

                [[source]]
                name = "elsewhere"
                kind = "jaeger"
                environment = "staging"
                urls = ["http://h:16686"]

                [[watchdog]]
                match = 'alertname="Watchdog",cluster=~"eu.*"'
                within = "10m"
                """);
        assertThat(settings.environment()).isEqualTo("production");
        assertThat(settings.operator()).isEqualTo(new Operator("ana", Role.LEAD));
        assertThat(settings.sources())
                .containsExactly(
                        new SourceSettings(
                                "am-eu",
                                SourceKind.ALERTMANAGER,
                                "production",
                                "eu-west",
                                List.of(URI.create("https://h:9093/am/"), URI.create("http://[::1]:9094")),
                                Duration.ofSeconds(90),
                                Map.of("X-Scope-OrgID", "tenant"),
                                new Credential.Basic("oncall", new SecretRef.Environment("AM_PASSWORD")),
                                folder.resolve("ca.pem"),
                                List.of(),
                                false),
                        new SourceSettings(
                                "es",
                                SourceKind.ELASTICSEARCH,
                                "",
                                "es",
                                List.of(URI.create("http://h:9200")),
                                SourceSettings.EVERY,
                                Map.of(),
                                new Credential.ApiKey(new SecretRef.File(folder.resolve("es.key"))),
                                null,
                                List.of("logs-*", "app"),
                                false));
        assertThat(settings.watchdogs())
                .containsExactly(new Watchdog(
                        List.of(
                                Matcher.equal("alertname", "Watchdog"),
                                new Matcher("cluster", Matcher.Op.REGEX, "eu.*")),
                        Duration.ofMinutes(10)));
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws IOException {
        Settings settings = loaded(SOURCE);
        SourceSettings source = settings.sources().getFirst();
        assertThat(settings.environment()).isEmpty();
        assertThat(settings.operator()).isEqualTo(new Operator("login", Role.RESPONDER));
        assertThat(source.cluster()).isEqualTo("am");
        assertThat(source.every()).isEqualTo(Duration.ofSeconds(15));
        assertThat(source.credential()).isEqualTo(new Credential.None());
        assertThat(source.rearm()).isTrue();
        assertThat(settings.watchdogs()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsMissingAndNotBroken() {
        Path file = folder.resolve("config.toml");
        assertThat(SettingsFile.load(file, Optional.empty(), "login")).isEqualTo(new LoadedSettings.Missing(file));
    }

    @Test
    void anEmptyFileSaysWhatToWrite() throws IOException {
        assertThat(problems(""))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("[[source]]"));
    }

    @Test
    void aByteOrderMarkIsNoError() throws IOException {
        assertThat(loaded("\ufeff" + SOURCE).sources()).hasSize(1);
    }

    @Test
    void commandLineChoosesTheEnvironmentOverTheFile() throws IOException {
        String text = "environment = \"a\"\n" + SOURCE + "environment = \"a\"\n" + SOURCE.replace("\"am\"", "\"am2\"")
                + "environment = \"b\"\n";
        assertThat(((LoadedSettings.Loaded) load(text, Optional.of("b")))
                        .settings()
                        .sources())
                .extracting(SourceSettings::name)
                .containsExactly("am2");
        assertThat(loaded(text).sources()).extracting(SourceSettings::name).containsExactly("am");
        assertThat(loaded(text.substring(text.indexOf('\n'))).sources()).hasSize(2);
    }

    @Test
    void anUnknownEnvironmentListsTheKnownOnes() throws IOException {
        String text = SOURCE + "environment = \"staging\"\n";
        assertThat(((LoadedSettings.Broken) load(text, Optional.of("x"))).problems())
                .containsExactly(
                        new Problem(0, 0, "No source belongs to the environment \"x\" of --env; known are staging."));
        assertThat(problems("environment = \"x\"\n" + text))
                .containsExactly(new Problem(
                        1, 1, "No source belongs to the environment \"x\" of environment; known are staging."));
    }

    @Test
    void aBrokenSyntaxNamesLineAndColumnAndRepeatsNothing() throws IOException {
        assertThat(problems(SOURCE + "bearer = hunter2\n")).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(5);
            assertThat(p.column()).isEqualTo(10);
            assertThat(p.text()).contains("a value").doesNotContain("h'").endsWith(".");
        });
        assertThat(problems(SOURCE + "bearer = \"hunter2\nxyzzy\"\n"))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.text()).doesNotContain("hunter2").doesNotContain("xyzzy"));
    }

    @Test
    void aFileThatIsNotUtf8OrTooLargeOrAFolderIsBroken() throws IOException {
        Path file = folder.resolve("config.toml");
        Files.write(file, new byte[] {'a', (byte) 0xff});
        assertThat(broken(file).getFirst().text()).contains("UTF-8");
        Files.writeString(file, "#".repeat(2_000_000));
        assertThat(broken(file).getFirst().text()).contains("1 MiB");
        assertThat(broken(folder).getFirst().text()).contains("cannot be read");
    }

    @Test
    void allProblemsAreToldTogetherInTheOrderOfTheFile() throws IOException {
        String text = """
                enviroment = "x"
                [operator]
                role = "chief"
                name = ""
                [[source]]
                kind = "promeths"
                every = "1.5m"
                [[source]]
                name = "b"
                kind = "jaeger"
                evry = "15s"
                urls = "http://h"
                """;
        assertThat(problems(text)).extracting(Problem::line).containsExactly(1, 3, 4, 5, 5, 6, 7, 11, 12, 12);
        assertThat(problems(text))
                .extracting(Problem::text)
                .allSatisfy(line -> assertThat(line).endsWithIgnoringCase(line.contains("did you mean") ? "?" : "."));
        assertThat(problems(text).getFirst().text())
                .isEqualTo("Unknown key \"enviroment\" in the file; did you mean \"environment\"?");
        assertThat(problems(text))
                .anySatisfy(p -> assertThat(p.text())
                        .isEqualTo("Unknown key \"evry\" in [[source]] \"b\"; did you mean \"every\"?"))
                .anySatisfy(p -> assertThat(p.text())
                        .contains("Unknown kind \"promeths\"")
                        .contains("\"prometheus\""))
                .anySatisfy(p ->
                        assertThat(p.text()).contains("Unknown role \"chief\"").contains("viewer"))
                .anySatisfy(p -> assertThat(p.text()).contains("1.5m").contains("column 2"));
    }

    @Test
    void aSecretInPlainIsRefusedWithTheThreeWaysAndNeverShown() throws IOException {
        for (String line : List.of(
                "basic = { user = \"u\", password = \"hunter2\" }",
                "bearer = \"hunter2\"",
                "api_key = \"hunter2\"",
                "basic = { user = \"u\", password = 'hunter2' }",
                "headers = { Authorization = \"Bearer hunter2\" }",
                "headers = { X-Api-Key = \"hunter2\" }",
                "basic = { user = \"u\", pasword = \"hunter2\" }",
                "bearer = [\"hunter2\"]")) {
            assertThat(problems(SOURCE + line)).as(line).isNotEmpty().allSatisfy(p -> {
                assertThat(p.text()).doesNotContain("hunter2");
                assertThat(p.line()).isEqualTo(5);
            });
        }
        assertThat(text("bearer = \"hunter2\""))
                .contains("in plain")
                .contains("env:NAME")
                .contains("file:PATH")
                .contains("keyring:");
    }

    @Test
    void whatComesLaterIsRefusedByName() throws IOException {
        assertThat(text("bearer = \"keyring:am\"")).contains("keyring:").contains("env:NAME");
        assertThat(text("tls = { pin = [\"sha256/x\"] }")).contains("Pinning").contains("ca.pem");
        assertThat(text("tls = { certificate = \"me.pem\" }"))
                .contains("certificate")
                .contains("bearer");
        assertThat(text("tls = { key = \"file:me.key\" }")).contains("client certificate");
        assertThat(text("[pagerduty]\nrouting_key = \"keyring:pagerduty\""))
                .contains("[pagerduty]")
                .contains("keyring:");
        assertThat(text("[pagerduty]\nrouting_key = \"0123456789\""))
                .contains("plain")
                .doesNotContain("0123456789");
        assertThat(text("[pagerduty]")).contains("routing_key");
    }

    @Test
    void onlyOneCredentialIsPossible() throws IOException {
        assertThat(text("bearer = \"env:A\"\napi_key = \"env:B\"")).contains("bearer and api_key");
    }

    @Test
    void addressesAreCheckedAndUserInformationIsNeverShown() throws IOException {
        assertThat(urls("http://u:hunter2@h")).contains("basic =").doesNotContain("hunter2");
        assertThat(urls("ftp://h")).contains("http://");
        assertThat(urls("localhost:9093")).contains("http://");
        assertThat(urls("http:///x")).contains("no host");
        assertThat(urls("http://h:70000")).contains("port");
        assertThat(urls("http://h/?token=hunter2")).doesNotContain("hunter2");
        assertThat(urls("http://h h")).contains("no URL");
        assertThat(urls("http://h:9093\", \"http://h:9093")).contains("twice");
    }

    @Test
    void aSecondSourceOfTheSameNameIsRefused() throws IOException {
        assertThat(problems(SOURCE + SOURCE))
                .containsExactly(new Problem(
                        6, 1, "The name \"am\" is taken by the source of line 2; give each source a name of its own."));
    }

    @Test
    void keysOfAnotherKindAreRefused() throws IOException {
        assertThat(text("indices = [\"a\"]")).contains("elasticsearch only");
        assertThat(problems(SOURCE.replace("alertmanager", "jaeger") + "rearm = true"))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("alertmanager only"));
        assertThat(problems(SOURCE.replace("alertmanager", "jaeger") + "extender = \"kthxbye\""))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("alertmanager only"));
        assertThat(text("extender = \"kthx\"")).contains("kthxbye");
    }

    @Test
    void aWrongMatcherNamesItsColumn() throws IOException {
        assertThat(text("[[watchdog]]\nmatch = 'a=\"b\",c!d'")).contains("column 8 of their text");
        assertThat(text("[[watchdog]]\nwithin = \"5m\"")).contains("match is missing");
    }

    @Test
    void tablesAreToldApartFromListsOfTables() throws IOException {
        assertThat(problems("[source]\nname = \"a\"\n"))
                .singleElement()
                .satisfies(p -> assertThat(p.text()).contains("[[source]] with two brackets"));
    }

    @Test
    void aMissingCaFileIsNamed() throws IOException {
        assertThat(text("tls = { ca = \"nope.pem\" }")).contains("nope.pem");
    }

    @Test
    void hostileTextInTheFileIsShownEscaped() throws IOException {
        assertThat(text("\"a\\u001b[31m\\u202e\" = 1")).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void theFileIsNeverTouched() throws IOException {
        String broken = SOURCE + "evry = 1\n";
        problems(broken);
        assertThat(folder.resolve("config.toml")).hasContent(broken);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private String text(String line) throws IOException {
        List<Problem> problems = problems(SOURCE + line + "\n");
        assertThat(problems).as(line).hasSize(1);
        return problems.getFirst().text();
    }

    private String urls(String url) throws IOException {
        List<Problem> problems = problems(SOURCE.replace("http://h:9093", url));
        assertThat(problems).as(url).hasSize(1);
        assertThat(problems.getFirst().line()).isEqualTo(4);
        return problems.getFirst().text();
    }

    private Settings loaded(String text) throws IOException {
        LoadedSettings result = load(text, Optional.empty());
        assertThat(result).isInstanceOf(LoadedSettings.Loaded.class);
        return ((LoadedSettings.Loaded) result).settings();
    }

    private List<Problem> problems(String text) throws IOException {
        return ((LoadedSettings.Broken) load(text, Optional.empty())).problems();
    }

    private static List<Problem> broken(Path file) {
        return ((LoadedSettings.Broken) SettingsFile.load(file, Optional.empty(), "login")).problems();
    }

    private LoadedSettings load(String text, Optional<String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("config.toml"), text);
        return SettingsFile.load(file, environment, "login");
    }
}
