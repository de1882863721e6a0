package io.novacron.oncall.demo.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.demo.operation.Operations;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogBookTests {

    private static final long SEED = 42;
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final long FROM = START.getEpochSecond();

    private final Platform platform = Platform.of(SEED);

    @Test
    void theSameWindowIsAlwaysTheSameLines() {
        assertThat(quiet().lines(FROM, FROM + 60, 1)).isEqualTo(quiet().lines(FROM, FROM + 60, 1));
    }

    @Test
    void aWindowIsTheSameInOnePieceAndInMany() {
        LogBook book = quiet();
        Set<LogLine> whole = new HashSet<>(book.lines(FROM, FROM + 20, 1));
        Set<LogLine> pieces = new HashSet<>();
        for (long second = FROM; second < FROM + 20; second++) {
            pieces.addAll(book.lines(second, second + 1, 1));
        }
        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void idsAreNeverUsedTwice() {
        List<LogLine> lines = during("storage-latency").lines(FROM, FROM + 300, 1);
        assertThat(lines).extracting(line -> line.stream().name() + line.id()).doesNotHaveDuplicates();
    }

    @Test
    void thereAreAboutTwentyLinesASecondOfAllFiveKinds() {
        List<LogLine> lines = quiet().lines(FROM, FROM + 300, 1);
        assertThat(lines).hasSizeBetween(300 * 12, 300 * 40);
        Set<String> streams = lines.stream().map(line -> line.stream().name()).collect(Collectors.toSet());
        assertThat(streams)
                .contains(
                        "logs-novacron.api-30d",
                        "logs-system.journal-30d",
                        "logs-kubernetes.container-7d",
                        "logs-kubernetes.audit-30d",
                        "logs-haproxy.access-30d")
                .hasSizeGreaterThan(12);
    }

    @Test
    void noPlaceholderIsLeftOpen() {
        for (String scenario : List.of("storage-latency", "quorum-loss", "capacity-exhaustion", "migration-storm")) {
            assertThat(during(scenario).lines(FROM, FROM + 120, 1))
                    .extracting(LogBookTests::message)
                    .noneMatch(message -> message.contains("{node}")
                            || message.contains("{level")
                            || message.contains("{vm")
                            || message.contains("{peer")
                            || message.contains("{service}"));
        }
    }

    @Test
    void everyTraceIdLeadsToItsOperation() {
        World world = new World(platform, Timeline.QUIET);
        Operations operations = new Operations(() -> world);
        List<LogLine> traced = new LogBook(() -> world)
                .lines(FROM, FROM + 60, 1).stream()
                        .filter(line -> line.fields().containsKey("trace.id"))
                        .toList();
        assertThat(traced).hasSizeGreaterThan(100).allSatisfy(line -> {
            String traceId = String.valueOf(line.fields().get("trace.id"));
            assertThat(operations.byTraceId(traceId)).hasValueSatisfying(operation -> {
                assertThat(operation.sampled()).isTrue();
                assertThat(operation.tenant()).isEqualTo(line.fields().get("tenant"));
            });
        });
    }

    @Test
    void ofASmallerShareEveryLineIsOneOfTheWhole() {
        LogBook book = quiet();
        Set<LogLine> whole = new HashSet<>(book.lines(FROM, FROM + 600, 1));
        List<LogLine> some = book.lines(FROM, FROM + 600, 0.1);
        assertThat(some).isNotEmpty().hasSizeLessThan(whole.size() / 4).allMatch(whole::contains);
    }

    @Test
    void whatTellsOfAnIncidentIsThereWhateverTheShare() {
        LogBook book = during("storage-latency");
        assertThat(errors(book.lines(FROM + 60, FROM + 180, 0)))
                .isNotEmpty()
                .containsAll(errors(book.lines(FROM + 60, FROM + 180, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storage-latency | eu-west-n07 | slow write to tier hot",
                "storage-latency | eu-west-n07 | firmware 3.1.4",
                "bad-deploy | us-east-n04 | hypervisor.pool.max_idle",
                "bad-deploy | us-east-n05 | -rc1",
                "quorum-loss | ap-south-n04 | no quorum",
                "quorum-loss | ap-south-n05 | Main process exited",
                "migration-storm | us-east-n07 | rx_crc_errors",
                "migration-storm | us-east-n07 | broken after",
                "capacity-exhaustion | ap-south-n01 | no space left on device",
                "capacity-exhaustion | ap-south-n01 | backup-prune is disabled",
                "alert-storm | us-east-n04 | of its packets"
            })
    void theCauseOfAnIncidentIsWrittenWhereItIsAndNeverOtherwise(String scenario, String node, String words) {
        List<LogLine> told = during(scenario).lines(FROM, FROM + 540, 0).stream()
                .filter(line -> message(line).contains(words))
                .toList();
        assertThat(told).extracting(line -> line.fields().get("host.name")).contains(node);
        assertThat(quiet().lines(FROM, FROM + 540, 0.2))
                .extracting(LogBookTests::message)
                .noneMatch(message -> message.contains(words));
    }

    @Test
    void whoGuessesPasswordsIsInTheAuditLog() {
        List<LogLine> refused = during("auth-bruteforce").lines(FROM + 30, FROM + 60, 1).stream()
                .filter(line -> line.stream().equals(LogStream.AUDIT))
                .filter(line -> message(line).contains("wrong password"))
                .toList();
        assertThat(refused).hasSizeGreaterThan(300);
        assertThat(refused.stream()
                        .filter(line ->
                                String.valueOf(line.fields().get("source.ip")).startsWith("203.0.113.")))
                .hasSizeGreaterThan(refused.size() * 9 / 10);
    }

    @Test
    void aProcessThatIsDownWritesNothing() {
        List<LogLine> lines = during("quorum-loss").lines(FROM + 60, FROM + 300, 1);
        assertThat(lines)
                .filteredOn(line -> "ap-south".equals(line.fields().get("cluster")))
                .extracting(line -> line.fields().get("service.node.name"))
                .contains("consensus-0")
                .doesNotContain("consensus-1", "consensus-2");
    }

    private LogBook quiet() {
        World world = new World(platform, Timeline.QUIET);
        return new LogBook(() -> world);
    }

    private LogBook during(String scenario) {
        World world = new World(
                platform, Timeline.QUIET.started(Scenarios.named(scenario).begun(START)));
        return new LogBook(() -> world);
    }

    private static Set<String> errors(List<LogLine> lines) {
        return lines.stream()
                .filter(line -> "ERROR".equals(line.fields().get("log.level")))
                .filter(line -> !message(line).contains("call to"))
                .map(LogLine::id)
                .collect(Collectors.toSet());
    }

    private static String message(LogLine line) {
        return String.valueOf(line.fields().get("message"));
    }
}
