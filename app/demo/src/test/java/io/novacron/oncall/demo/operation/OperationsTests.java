package io.novacron.oncall.demo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.demo.platform.Call;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperationsTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final long START = NOON.getEpochSecond() * 1_000_000;
    private static final long MINUTE = 60_000_000;

    private final Operations quiet = in(Timeline.QUIET);

    @Test
    void operationsOfOneSeedAreAlwaysTheSame() {
        List<Operation> once = quiet.between("eu-west", START, START + MINUTE);
        assertThat(once).hasSizeBetween(600, 1_500);
        assertThat(in(Timeline.QUIET).between("eu-west", START, START + MINUTE)).isEqualTo(once);
        assertThat(new Operations(() -> new World(Platform.of(43), Timeline.QUIET))
                        .between("eu-west", START, START + MINUTE))
                .doesNotContainAnyElementsOf(once);
    }

    @Test
    void aWindowIsTheSumOfItsPartsInOrder() {
        long odd = START + 17_345_678;
        List<Operation> whole = quiet.between(START, START + MINUTE);
        assertThat(whole).isSortedAccordingTo(Comparator.comparingLong(Operation::start));
        List<Operation> parts = new ArrayList<>(quiet.between(START, odd));
        parts.addAll(quiet.between(odd, START + MINUTE));
        assertThat(parts).isEqualTo(whole);
        assertThat(whole).extracting(Operation::cluster).contains("eu-west", "us-east", "ap-south");
        assertThat(whole).extracting(Operation::traceId).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationIsFoundByItsTraceIdInAnyForm() {
        List<Operation> some = quiet.between(START, START + 5 * MINUTE);
        assertThat(some).hasSizeGreaterThan(5_000).allSatisfy(operation -> {
            assertThat(operation.traceId()).hasSize(32);
            assertThat(quiet.byTraceId(operation.traceId())).contains(operation);
        });
        String id = some.getFirst().traceId();
        assertThat(quiet.byTraceId(id.toUpperCase(Locale.ROOT))).contains(some.getFirst());
    }

    @Test
    void idsOfNobodyAreNobodys() {
        String id = quiet.between(START, START + MINUTE).getFirst().traceId();
        String other = (id.charAt(31) == '0' ? "1" : "0");
        assertThat(quiet.byTraceId(id.substring(0, 31) + other)).isEmpty();
        assertThat(quiet.byTraceId(other + id.substring(1))).isEmpty();
        assertThat(quiet.byTraceId("0")).isEmpty();
        assertThat(quiet.byTraceId("")).isEmpty();
        assertThat(quiet.byTraceId("not hexadecimal")).isEmpty();
        assertThat(quiet.byTraceId(id + "0")).isEmpty();
    }

    @Test
    void whatIncidentsChangeLeavesThePastAsItWas() {
        Operations later = in(running(NOON, effect(Aspect.ERRORS, Service.STORAGE, 0.5), effect(Aspect.LOAD, null, 2)));
        assertThat(later.between(START - 5 * MINUTE, START)).isEqualTo(quiet.between(START - 5 * MINUTE, START));
        assertThat(later.between(START + MINUTE, START + 2 * MINUTE))
                .isNotEqualTo(quiet.between(START + MINUTE, START + 2 * MINUTE));
    }

    @Test
    void errorsAppearWhereTheIncidentPutThem() {
        List<Operation> hurt = in(running(NOON, effect(Aspect.ERRORS, Service.STORAGE, 0.3)))
                .between("eu-west", START, START + 10 * MINUTE);
        List<Operation> touching = hurt.stream().filter(visits(Service.STORAGE)).toList();
        assertThat(share(touching, operation -> fails(operation, "StorageTimeout")))
                .isBetween(0.25, 0.35);
        assertThat(share(hurt.stream().filter(visits(Service.STORAGE).negate()).toList(), OperationsTests::broken))
                .isLessThan(0.005);
        assertThat(hurt).filteredOn(OperationsTests::broken).allMatch(Operation::sampled);
    }

    @Test
    void callsToAProcessThatIsDownAreRefused() {
        String node = PLATFORM.cluster("eu-west")
                .instancesOf(Service.AUTH)
                .getFirst()
                .node()
                .name();
        Effect down =
                new Effect(Aspect.DOWN, new Place("eu-west", Service.AUTH, node), 1, Duration.ZERO, Duration.ZERO);
        List<Operation> hurt = in(running(NOON, down)).between("eu-west", START, START + 5 * MINUTE).stream()
                .filter(visits(Service.AUTH))
                .toList();
        assertThat(share(hurt, operation -> fails(operation, "ConnectionRefused")))
                .isBetween(0.4, 0.6);
        assertThat(hurt)
                .flatExtracting(Operation::visits)
                .filteredOn(visit -> !visit.answered())
                .allMatch(visit -> visit.instance().node().name().equals(node));
    }

    @Test
    void latencyIsAddedToEachCallOfTheSlowServiceOnly() {
        List<Operation> slow = in(running(NOON, effect(Aspect.LATENCY, Service.POSTGRES, 0.4)))
                .between("eu-west", START, START + MINUTE);
        assertThat(slow)
                .flatExtracting(Operation::visits)
                .filteredOn(OperationsTests::atPostgres)
                .allMatch(visit -> visit.end() - visit.start() >= 400_000);
        assertThat(slow).filteredOn(visits(Service.POSTGRES)).allMatch(operation -> operation.duration() >= 400_000);
    }

    @Test
    void migrationsAndWrongPasswordsComeOnTop() {
        Operations storm = in(running(
                NOON,
                effect(Aspect.MIGRATIONS, null, 1.5),
                effect(Aspect.MIGRATION_FAILURES, null, 0.4),
                effect(Aspect.LOGIN_FAILURES, null, 3)));
        List<Operation> hour = storm.between("eu-west", START, START + 10 * MINUTE);
        List<Operation> migrations = of(Kind.VM_MIGRATE, hour);
        assertThat(migrations).hasSizeBetween(850, 980);
        assertThat(share(migrations, operation -> operation.failure() != null)).isBetween(0.33, 0.47);
        assertThat(of(Kind.AUTH_LOGIN, hour))
                .filteredOn(one -> fails(one, "InvalidCredentials"))
                .hasSizeGreaterThan(1_790);
    }

    @Test
    void aboutOneInTenIsSampledAndFewFail() {
        List<Operation> hour = quiet.between("us-east", START, START + 20 * MINUTE);
        assertThat(share(hour, Operation::sampled)).isBetween(0.095, 0.12);
        assertThat(share(
                        hour,
                        operation -> operation.failure() != null
                                && !operation.failure().refused()))
                .isBetween(0.00005, 0.002);
    }

    @Test
    void everyKindHappensAndCallsOnlyWhatThePlatformCalls() {
        List<Operation> day = quiet.between(START, START + 10 * MINUTE);
        assertThat(day).extracting(Operation::kind).containsAll(EnumSet.allOf(Kind.class));
        for (Operation operation : day) {
            for (Visit visit : operation.visits()) {
                assertThat(visit.index()).isGreaterThan(visit.parent());
                if (visit.parent() >= 0) {
                    Service above =
                            operation.visits().get(visit.parent()).instance().service();
                    Service here = visit.instance().service();
                    assertThat(above == here || Call.from(above).stream().anyMatch(call -> call.to() == here))
                            .as("%s → %s in %s", above, here, operation.kind())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void callsAreAboutAsFrequentAsThePlatformSays() {
        List<Operation> hour = quiet.between("eu-west", START, START + 20 * MINUTE);
        Map<Service, Integer> requests = new HashMap<>();
        Map<String, Integer> calls = new HashMap<>();
        for (Operation operation : hour) {
            for (Visit visit : operation.visits()) {
                if (visit.call()) {
                    requests.merge(visit.instance().service(), 1, Integer::sum);
                    if (visit.parent() >= 0) {
                        Service above = operation
                                .visits()
                                .get(visit.parent())
                                .instance()
                                .service();
                        calls.merge(above + ">" + visit.instance().service(), 1, Integer::sum);
                    }
                }
            }
        }
        for (Call call : List.of(
                new Call(Service.HAPROXY, Service.FRONTEND, 0.3),
                new Call(Service.HAPROXY, Service.API, 0.7),
                new Call(Service.API, Service.AUTH, 0.5),
                new Call(Service.API, Service.REDIS, 0.8),
                new Call(Service.API, Service.POSTGRES, 0.3),
                new Call(Service.API, Service.VM_MANAGER, 0.4),
                new Call(Service.VM_MANAGER, Service.STORAGE, 0.5),
                new Call(Service.VM_MANAGER, Service.HYPERVISOR, 0.8))) {
            double found = Objects.requireNonNull(calls.get(call.from() + ">" + call.to()))
                    / (double) Objects.requireNonNull(requests.get(call.from()));
            assertThat(found).as(call.toString()).isBetween(call.perRequest() * 0.6, call.perRequest() * 1.6);
        }
    }

    @Test
    void visitsOfAQuietOperationLieInsideTheOneAbove() {
        for (Operation operation : quiet.between(START, START + MINUTE)) {
            for (Visit visit : operation.visits()) {
                assertThat(visit.sent()).isLessThanOrEqualTo(visit.start());
                assertThat(visit.end()).isBetween(visit.start(), visit.received());
                if (visit.parent() >= 0) {
                    Visit above = operation.visits().get(visit.parent());
                    assertThat(visit.sent()).isGreaterThanOrEqualTo(above.start());
                    assertThat(visit.received()).isLessThanOrEqualTo(above.end());
                }
            }
            assertThat(operation.visits()).extracting(Visit::spanId).doesNotHaveDuplicates();
        }
    }

    @Test
    void migrationsAreLong() {
        List<Operation> migrations = of(Kind.VM_MIGRATE, quiet.between(START, START + 60 * MINUTE));
        assertThat(migrations).isNotEmpty().allSatisfy(migration -> {
            assertThat(migration.source()).isNotNull().isNotEqualTo(migration.target());
            assertThat(migration.visits()).hasSizeBetween(25, 300);
            assertThat(migration.duration()).isBetween(3_000_000L, 300_000_000L);
        });
    }

    private static List<Operation> of(Kind kind, List<Operation> operations) {
        return operations.stream().filter(one -> one.kind() == kind).toList();
    }

    private static boolean atPostgres(Visit visit) {
        return visit.instance().service() == Service.POSTGRES && visit.answered();
    }

    private static boolean fails(Operation operation, String type) {
        Failure failure = operation.failure();
        return failure != null && failure.type().equals(type);
    }

    private static boolean broken(Operation operation) {
        Failure failure = operation.failure();
        return failure != null && !failure.refused();
    }

    private static Predicate<Operation> visits(Service service) {
        return operation ->
                operation.visits().stream().anyMatch(visit -> visit.instance().service() == service);
    }

    private static double share(List<Operation> of, Predicate<Operation> what) {
        assertThat(of).isNotEmpty();
        return of.stream().filter(what).count() / (double) of.size();
    }

    private static Effect effect(Aspect aspect, @Nullable Service service, double magnitude) {
        return new Effect(aspect, new Place("eu-west", service, null), magnitude, Duration.ZERO, Duration.ZERO);
    }

    private static Timeline running(Instant since, Effect... effects) {
        return Timeline.QUIET.started(new Incident("test", since, null, List.of(effects)));
    }

    private static Operations in(Timeline timeline) {
        World world = new World(PLATFORM, timeline);
        return new Operations(() -> world);
    }
}
