package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of one replica: evaluates groups as they fall due, and is the store of what they made and of what was scraped
 * together. {@link #tick} and {@link #restart} are called by one thread at a time, all else by any.
 */
public final class RuleEngine implements SeriesStore {

    /** As with {@code --rules.alert.resend-delay}. */
    private static final Duration RESEND_DELAY = Duration.ofMinutes(1);

    private final SeriesStore scraped;
    private final Labels external;
    private final List<GroupEvaluator> groups = new ArrayList<>();
    private final Recordings recordings;
    private final AlertLog log = new AlertLog();
    private final PastAlerts past;
    private boolean started;

    /** @param external labels of the replica; its groups are evaluated at times that depend on them */
    public RuleEngine(List<RuleGroup> groups, SeriesStore scraped, Labels external, Past past, Clock clock) {
        this.scraped = scraped;
        this.external = external;
        Evaluation evaluation = new Evaluation(this);
        recordings = new Recordings(groups, evaluation, past);
        this.past = new PastAlerts(groups, evaluation, external, past);
        for (RuleGroup group : groups) {
            int key = (external + group.file() + group.name()).hashCode();
            GroupEvaluator evaluator = new GroupEvaluator(group, key, evaluation, clock);
            evaluator.start(external, recordings, log, false);
            this.groups.add(evaluator);
        }
    }

    /** Evaluates what is due and returns the alerts to be sent. The first call only begins the count of intervals. */
    public List<DueAlert> tick(Instant now) {
        if (!started) {
            started = true;
            past.until(now.toEpochMilli());
        }
        List<DueAlert> due = new ArrayList<>();
        for (GroupEvaluator group : groups) {
            due.addAll(group.tick(now, RESEND_DELAY));
        }
        return due;
    }

    /** The process has been started again: alerts are forgotten, and taken up from {@code ALERTS_FOR_STATE} as Prometheus does. */
    public void restart() {
        groups.forEach(group -> group.start(external, recordings, log, true));
    }

    public List<GroupReport> reports() {
        return groups.stream().map(GroupEvaluator::report).toList();
    }

    @Override
    public List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        String name = matchers.stream()
                .filter(one -> one.name().equals("__name__") && one.op() == LabelMatcher.Op.EQUAL)
                .map(LabelMatcher::value)
                .findFirst()
                .orElse("");
        if (!name.isEmpty() && !name.equals(AlertLog.ALERTS) && !name.equals(AlertLog.FOR_STATE)) {
            return recordings.has(name)
                    ? recordings.select(matchers, fromMillis, toMillis)
                    : scraped.select(matchers, fromMillis, toMillis);
        }
        List<StoredSeries> found = new ArrayList<>(alerts(matchers, fromMillis, toMillis));
        if (name.isEmpty()) {
            found.addAll(recordings.select(matchers, fromMillis, toMillis));
            found.addAll(scraped.select(matchers, fromMillis, toMillis));
        }
        return found;
    }

    private List<StoredSeries> alerts(List<LabelMatcher> matchers, long from, long to) {
        Map<Labels, AlertSeries> all = new LinkedHashMap<>();
        Stream.concat(past.select(matchers, from, to).stream(), log.select(matchers, from, to).stream())
                .forEach(series -> all.merge(series.labels(), series, AlertSeries::followed));
        return List.copyOf(all.values());
    }
}
