package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.ClusterSilence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that alerts are filtered, counted, grouped and sorted by: a label, or one of the console's own {@link Known}
 * fields. Written as the label's name or, for the console's own, as {@code @state}.
 */
public sealed interface Field {

    /** As it is written and saved. */
    String text();

    /**
     * What the alert has there: several for a field such as the receivers, one empty text where it has nothing (a missing
     * label equals the empty string, alerts guide M3).
     */
    List<String> values(Alert alert, Scene scene);

    /** A label of the alert. */
    record Label(String name) implements Field {
        @Override
        public String text() {
            return name;
        }

        @Override
        public List<String> values(Alert alert, Scene scene) {
            return List.of(alert.labels().get(name));
        }
    }

    /** What the console knows of an alert besides its labels. */
    enum Known implements Field {
        /** The console's mark, S1 to S5 or S?. */
        SEVERITY {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return List.of(alert.severity().mark());
            }
        },
        STATE {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return List.of(alert.state().word());
            }
        },
        CLUSTER {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return List.of(alert.key().cluster());
            }
        },
        CATEGORY {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return orNothing(scene.categories().of(alert.labels()));
            }
        },
        RECEIVER {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return orNothing(alert.receivers());
            }
        },
        /** Everybody who acknowledged it. */
        OWNER {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return alert.ack() == null ? NOTHING : orNothing(alert.ack().owners());
            }
        },
        /** Ids of the silences that hit it, and who wrote them. */
        SILENCED_BY {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                List<String> idsAndAuthors = new ArrayList<>();
                for (String id : alert.silencedBy()) {
                    idsAndAuthors.add(id);
                    ClusterSilence held = scene.board().silence(alert.key().cluster(), id);
                    if (held != null) {
                        idsAndAuthors.add(held.silence().createdBy());
                    }
                }
                return orNothing(idsAndAuthors);
            }
        },
        /** For how long it has fired, in four steps. */
        AGE {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                if (alert.startsAt().equals(Instant.EPOCH)) {
                    return NOTHING;
                }
                Duration age = Duration.between(alert.startsAt(), scene.now());
                for (String step : STEPS) {
                    if (age.compareTo(Duration.parse(step)) < 0) {
                        return List.of("under "
                                + step.substring(2).toLowerCase(Locale.ROOT).replace("24h", "1d"));
                    }
                }
                return List.of("1d and more");
            }
        },
        /** Since when somebody works on it, as a moment in UTC. */
        ACKED {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return alert.ack() == null
                        ? NOTHING
                        : List.of(alert.ack().since().toString());
            }
        },
        /** The label alertname. */
        NAME {
            @Override
            public List<String> values(Alert alert, Scene scene) {
                return List.of(alert.name());
            }
        };

        private static final List<String> NOTHING = List.of("");
        private static final List<String> STEPS = List.of("PT10M", "PT1H", "PT24H");

        /** Without the sign: {@code silenced_by}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String text() {
            return "@" + word();
        }

        private static List<String> orNothing(List<String> values) {
            return values.isEmpty() ? NOTHING : values;
        }
    }

    /** The values in one text. */
    static String text(Field field, Alert alert, Scene scene) {
        if (field instanceof Label(String name)) {
            return alert.labels().get(name);
        }
        List<String> values = field.values(alert, scene);
        return values.size() == 1 ? values.getFirst() : String.join(", ", values);
    }

    /** What is written; empty for a word after the sign @ that names nothing. */
    static Optional<Field> parse(String text) {
        if (!text.startsWith("@")) {
            return Optional.of(new Label(text));
        }
        for (Known known : Known.values()) {
            if (known.text().equals(text)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
