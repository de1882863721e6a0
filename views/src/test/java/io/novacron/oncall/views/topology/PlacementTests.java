package io.novacron.oncall.views.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlacementTests {
    private static final List<String> IDS = List.of("api", "db", "redis", "ui", "worker");
    private static final List<Link> LINKS =
            List.of(new Link("ui", "api"), new Link("api", "db"), new Link("api", "redis"), new Link("worker", "db"));

    @Test
    void shuffledInputGivesTheIdenticalPicture() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<String> ids = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add("service-" + i);
            links.add(new Link("service-" + random.nextInt(40), "service-" + random.nextInt(40)));
        }
        links.removeIf(link -> link.from().equals(link.to()));
        Placement first = Placer.place(Placement.NONE, ids, links);
        Collections.shuffle(ids, random);
        Collections.shuffle(links, random);
        assertThat(Placer.place(Placement.NONE, ids, links)).as("seed %s", seed).isEqualTo(first);
        assertThat(first.spots()).hasSize(40);
    }

    @Test
    void callersStandLeftOfWhatTheyCall() {
        Map<String, Spot> spots = Placer.place(Placement.NONE, IDS, LINKS).spots();
        assertThat(LINKS).allMatch(link -> x(spots, link.from()) + Placement.WIDTH <= x(spots, link.to()));
    }

    @Test
    void aNewcomerMovesNobodyAndStandsBesideItsNeighbours() {
        Placement old = Placer.place(Placement.NONE, IDS, LINKS);
        List<String> ids = new ArrayList<>(IDS);
        ids.add("cache");
        List<Link> links = new ArrayList<>(LINKS);
        links.add(new Link("redis", "cache"));
        Placement now = Placer.place(old, ids, links);
        assertThat(now.spots()).containsAllEntriesOf(old.spots());
        assertThat(x(now.spots(), "cache")).isGreaterThan(x(old.spots(), "redis"));
        assertApart(now);
    }

    @Test
    void newcomersComeToTheSamePlacesInAnyOrder() {
        Placement old = Placer.place(Placement.NONE, IDS, LINKS);
        List<String> ids = new ArrayList<>(IDS);
        ids.addAll(List.of("m1", "m2", "m3", "alone-1", "alone-2"));
        List<Link> links = new ArrayList<>(LINKS);
        links.addAll(List.of(new Link("api", "m1"), new Link("m1", "m2"), new Link("m3", "db")));
        Placement one = Placer.place(old, ids, links);
        Collections.reverse(ids);
        Collections.reverse(links);
        assertThat(Placer.place(old, ids, links)).isEqualTo(one);
        assertApart(one);
    }

    @Test
    void aServiceThatComesBackFindsItsPlaceKept() {
        Placement old = Placer.place(Placement.NONE, IDS, LINKS);
        Placement without = Placer.place(old, List.of("api", "db", "redis", "ui"), LINKS);
        assertThat(Placer.place(without, IDS, LINKS)).isEqualTo(old);
    }

    @Test
    void aCircleOfCallsIsDrawnToo() {
        Placement placed = Placer.place(
                Placement.NONE,
                List.of("a", "b", "c"),
                List.of(new Link("a", "b"), new Link("b", "c"), new Link("c", "a")));
        assertThat(placed.routes().values()).allMatch(route -> route.size() >= 2);
        assertApart(placed);
    }

    @Test
    void aLinkWithoutARouteStillRunsFromCardToCard() {
        var placement = new Placement(Map.of("a", new Spot(0, 0), "b", new Spot(600, 300)), Map.of());
        assertThat(Routes.of(placement, new Link("a", "b")))
                .startsWith(new Spot(Placement.WIDTH, Placement.HEIGHT / 2))
                .endsWith(new Spot(600, 300 + Placement.HEIGHT / 2));
        assertThat(Routes.of(placement, new Link("b", "a"))).hasSizeGreaterThan(2);
        assertThat(Routes.of(placement, new Link("a", "nowhere"))).isEmpty();
    }

    @Test
    void theArrowsGoToWhatLiesThatWay() {
        var placement = new Placement(
                Map.of("left", new Spot(0, 0), "right", new Spot(400, 10), "below", new Spot(30, 200)), Map.of());
        List<String> ids = List.of("below", "left", "right");
        assertThat(Pick.next(placement, ids, "left", 1, 0)).contains("right");
        assertThat(Pick.next(placement, ids, "left", 0, 1)).contains("below");
        assertThat(Pick.next(placement, ids, "left", -1, 0)).isEmpty();
        assertThat(Pick.next(placement, ids, "", 1, 0)).contains("left");
        assertThat(Pick.at(placement, ids, new Spot(401, 11))).contains("right");
    }

    @Test
    void zoomingKeepsThePointUnderTheMouse() {
        var view = new Viewport(1, 30, 40);
        Spot before = view.toPicture(200, 100);
        Spot after = view.zoom(1.7, 200, 100).toPicture(200, 100);
        assertThat(after.x()).isCloseTo(before.x(), Offset.offset(1e-6));
        assertThat(after.y()).isCloseTo(before.y(), Offset.offset(1e-6));
        assertThat(view.zoom(1e9, 0, 0).scale()).isEqualTo(Viewport.LARGEST);
        assertThat(view.zoom(1e-9, 0, 0).scale()).isEqualTo(Viewport.SMALLEST);
    }

    @Test
    void fittingShowsEveryCard() {
        List<Spot> spots = List.of(new Spot(-500, -100), new Spot(3_000, 900));
        Viewport view = Viewport.fit(spots, 800, 600);
        for (Spot spot : spots) {
            assertThat(spot.x() * view.scale() + view.x()).isBetween(0.0, 800 - Placement.WIDTH * view.scale());
            assertThat(spot.y() * view.scale() + view.y()).isBetween(0.0, 600 - Placement.HEIGHT * view.scale());
        }
    }

    @Test
    void countsOfCallsAreShort() {
        assertThat(List.of(
                        Calls.words(0),
                        Calls.words(999),
                        Calls.words(1_200),
                        Calls.words(34_400),
                        Calls.words(999_999)))
                .containsExactly("0", "999", "1.2k", "34k", "1.0M");
    }

    private static double x(Map<String, Spot> spots, String id) {
        return Objects.requireNonNull(spots.get(id)).x();
    }

    private static void assertApart(Placement placement) {
        List<Spot> spots = List.copyOf(placement.spots().values());
        for (int i = 0; i < spots.size(); i++) {
            for (int j = i + 1; j < spots.size(); j++) {
                Spot one = spots.get(i);
                Spot two = spots.get(j);
                boolean apart = Math.abs(one.x() - two.x()) >= Placement.WIDTH
                        || Math.abs(one.y() - two.y()) >= Placement.HEIGHT;
                assertThat(apart).as("%s and %s", one, two).isTrue();
            }
        }
    }
}
