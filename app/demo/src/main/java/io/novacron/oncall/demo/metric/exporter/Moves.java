package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Passing;
import io.novacron.oncall.demo.metric.page.Series;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.world.Noise;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Single migrations, each a series for as long as it lasts: every process begins one every five minutes that is watched in detail.
 * Of a long time only the newest are told, so that nobody gets thousands.
 */
final class Moves implements Passing {

    private static final double EVERY = 300;
    private static final int MOST = 300;

    /** What one migration shows over time. */
    private interface Shown {
        Signal of(Move move);
    }

    private record Move(long number, double begin, double end, double luck) {

        static Move of(long key, long number) {
            double begin = (number + 0.5 * Noise.unit(key, 3 * number)) * EVERY;
            return new Move(
                    number, begin, begin + 40 + 90 * Noise.unit(key, 3 * number + 1), Noise.unit(key, 3 * number + 2));
        }

        boolean lasts(double time) {
            return begin <= time && time < end;
        }
    }

    private final Page page;
    private final String process;
    private final long key;
    private final String name;
    private final Shown shown;
    private final String[] labels;

    private Moves(Page page, Site site, Instance instance, String name, Shown shown, String... labels) {
        this.page = page;
        this.process = instance.name();
        this.key = site.key("moves");
        this.name = name;
        this.shown = shown;
        this.labels = labels;
    }

    static Passing progress(Page page, Site site, Instance instance) {
        return new Moves(
                page,
                site,
                instance,
                "novacron_migration_progress",
                move -> time -> 100 * (time - move.begin()) / (move.end() - move.begin()));
    }

    static Passing transfer(Page page, Site site, Instance instance) {
        return new Moves(
                page,
                site,
                instance,
                "novacron_migration_transfer_rate_bytes",
                move -> site.wander("transfer " + move.number(), 3e8, 0.3, 20));
    }

    /** @param failing the share of migrations that fail: those with less luck than that meet errors from their middle on */
    static Passing errors(Page page, Site site, Instance instance, Signal failing) {
        return new Moves(
                page,
                site,
                instance,
                "novacron_migration_errors_total",
                move -> time ->
                        time > (move.begin() + move.end()) / 2 && move.luck() < failing.at(move.begin()) ? 1 : 0,
                "error_type",
                "transfer");
    }

    @Override
    public List<Series> between(double from, double to) {
        long last = (long) Math.floor(to / EVERY);
        long first = Math.max((long) Math.floor(from / EVERY) - 1, last - MOST);
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> series(Move.of(key, number)))
                .toList();
    }

    @Override
    public int present(double time) {
        long newest = (long) Math.floor(time / EVERY);
        return (int) LongStream.rangeClosed(newest - 1, newest)
                .filter(number -> Move.of(key, number).lasts(time))
                .count();
    }

    private Series series(Move move) {
        String[] all = Arrays.copyOf(labels, labels.length + 2);
        all[labels.length] = "migration_id";
        all[labels.length + 1] = String.format(Locale.ROOT, "%s-%x", process, move.number());
        return page.series(name, shown.of(move), move::lasts, all);
    }
}
