package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.text.Visible;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is told of one alert. */
public record Told(List<Taken> taken) {

    /** A route that takes the alert, and whom it tells. */
    public record Taken(Route route, Receiver receiver) {}

    public Told {
        taken = List.copyOf(taken);
    }

    /** Of one route alone. */
    public static Told of(Taken one) {
        return new Told(List.of(one));
    }

    /** Names, as {@code amtool config routes test} prints them: in order, duplicates kept. */
    public List<String> receivers() {
        return taken.stream().map(one -> one.receiver().name()).toList();
    }

    /** Those with a way that is made to wake a person, each once. */
    public List<Receiver> paging() {
        return taken.stream()
                .map(Taken::receiver)
                .filter(Receiver::pages)
                .distinct()
                .toList();
    }

    /** All ways in words, the paging ones first, each once, safe to show: {@code PagerDuty on-call}, {@code Slack #ops}. */
    public List<String> ways() {
        return taken.stream()
                .flatMap(one -> one.receiver().integrations().stream().map(way -> new Way(one.receiver(), way)))
                .sorted(Comparator.comparing(way -> way.integration().channel()))
                .map(Way::words)
                .distinct()
                .toList();
    }

    /** {@code PagerDuty on-call · Slack #ops}; {@code nobody} where no way leads anywhere. Safe to show. */
    public String line() {
        return ways().isEmpty() ? "nobody" : String.join(" · ", ways());
    }

    /**
     * The shortest time after which Alertmanager tells again what it has told already, over the routes that page; where
     * none pages, over those that tell at all; null where nobody is told (alerts guide §4.6: a lapse is not a page).
     */
    public @Nullable Duration repeatInterval() {
        Stream<Taken> chosen = taken.stream()
                .filter(one -> paging().isEmpty()
                        ? !one.receiver().integrations().isEmpty()
                        : one.receiver().pages());
        return chosen.map(one -> one.route().grouping().repeatInterval())
                .collect(Collectors.minBy(Comparator.naturalOrder()))
                .orElse(null);
    }

    private record Way(Receiver receiver, Integration integration) {

        String words() {
            return Visible.line(integration.words(receiver.name()), 80);
        }
    }
}
