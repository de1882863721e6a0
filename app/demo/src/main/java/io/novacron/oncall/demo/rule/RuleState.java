package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.demo.promql.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a replica remembers of one rule between two evaluations. */
sealed interface RuleState {

    /**
     * Takes the rule's result at that time in.
     *
     * @throws RuleEvaluationException where Prometheus reports an error other than those of PromQL
     */
    void evaluate(Evaluation evaluation, Instant at);

    List<ActiveAlert> alerts();

    /** The series that the newest evaluation made and this one does not get a staleness marker. */
    final class Recorded implements RuleState {

        private final Rule.Recording rule;
        private final Recordings recordings;
        private Set<Labels> before = Set.of();

        Recorded(Rule.Recording rule, Recordings recordings) {
            this.rule = rule;
            this.recordings = recordings;
        }

        @Override
        public void evaluate(Evaluation evaluation, Instant at) {
            long time = at.toEpochMilli();
            recordings.evaluated(rule.name(), time);
            Set<Labels> now = new HashSet<>();
            try {
                for (Value.Element element : Elements.of(evaluation.instant(rule.expression(), time))) {
                    Labels labels = PastRecording.labels(rule, element.labels());
                    if (!now.add(labels)) {
                        throw new RuleEvaluationException(
                                "vector contains metrics with the same labelset after applying rule labels");
                    }
                    recordings.append(labels, time, element.value());
                }
            } finally {
                for (Labels gone : before) {
                    if (!now.contains(gone)) {
                        recordings.append(gone, time, Stale.MARKER);
                    }
                }
                before = now;
            }
        }

        @Override
        public List<ActiveAlert> alerts() {
            return List.of();
        }
    }

    /** The alerts, and what their past was where the replica has just been started again. */
    final class Alerting implements RuleState {

        /** Rules that wait less start anew after a restart, as with {@code --rules.alert.for-grace-period}. */
        private static final Duration GRACE = Duration.ofMinutes(10);
        /** What was seen longer ago is not taken up, as with {@code --rules.alert.for-outage-tolerance}. */
        private static final Duration TOLERANCE = Duration.ofHours(1);

        private final Rule.Alerting rule;
        private final AlertStates states;
        private final AlertLog log;
        private final Duration interval;
        private boolean restored;

        Alerting(Rule.Alerting rule, Labels external, AlertLog log, Duration interval, boolean afterRestart) {
            this.rule = rule;
            this.log = log;
            this.interval = interval;
            states = new AlertStates(rule, external);
            restored = !afterRestart || rule.hold().compareTo(GRACE) < 0;
        }

        @Override
        public void evaluate(Evaluation evaluation, Instant at) {
            List<ActiveAlert> before = states.alerts();
            states.evaluate(Elements.of(evaluation.instant(rule.expression(), at.toEpochMilli())), at);
            if (!restored) {
                states.alerts().forEach(alert -> restore(alert, at));
                restored = true;
                return;
            }
            log.evaluated(before, states.alerts(), at.toEpochMilli(), interval.toMillis());
        }

        @Override
        public List<ActiveAlert> alerts() {
            return states.alerts();
        }

        List<DueAlert> due(Instant now, Duration resendDelay) {
            Duration every = interval.compareTo(resendDelay) > 0 ? interval : resendDelay;
            return states.due(now, resendDelay, every.multipliedBy(4)).stream()
                    .map(alert -> new DueAlert(rule, alert))
                    .toList();
        }

        /** The time that the replica was down does not count as waiting, and ten minutes of it are waited in any case. */
        private void restore(ActiveAlert alert, Instant at) {
            AlertRun run = log.newest(alert.labels(), at.minus(TOLERANCE).toEpochMilli(), at.toEpochMilli());
            if (run == null) {
                return;
            }
            Instant activeAt = Instant.ofEpochMilli(run.activeAt());
            Instant downAt = Instant.ofEpochMilli(run.last());
            Duration left = rule.hold().minus(Duration.between(activeAt, downAt));
            if (left.isPositive()) {
                activeAt = left.compareTo(GRACE) < 0
                        ? at.plus(GRACE).minus(rule.hold())
                        : activeAt.plus(Duration.between(downAt, at));
            }
            states.restore(alert.labels(), activeAt);
        }
    }
}
