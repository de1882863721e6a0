package io.novacron.oncall.core.source;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.SourceTrack.Moment;
import io.novacron.oncall.core.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How every configured source stands. States are derived from the last good answer, the last error and the clock whenever
 * they are asked for, never stored, so that they age while nothing comes in. Any thread.
 */
public final class SourceBoard {

    private final Clock clock;
    private final Bus bus;
    private final Map<String, SourceTrack> tracks = new LinkedHashMap<>();
    private List<List<SourceState>> announced = List.of();

    public SourceBoard(Clock clock, Bus bus, Collection<SourceSettings> sources) {
        this.clock = clock;
        this.bus = bus;
        Moment now = moment();
        sources.forEach(source -> tracks.put(source.name(), new SourceTrack(source, now, null, null)));
    }

    public void answered(String source, Contact contact) {
        Moment now = moment();
        update(source, track -> track.answered(now, contact));
    }

    public void failed(String source, SourceError error) {
        update(source, track -> track.failed(error));
    }

    /** One status a source, in the order of the configuration. */
    public List<SourceStatus> statuses() {
        Moment now = moment();
        synchronized (this) {
            return tracks.values().stream().map(track -> track.status(now)).toList();
        }
    }

    /** Once a second: announces a state that changed because time went by. */
    public void tick() {
        List<List<SourceState>> states =
                statuses().stream().map(SourceStatus::states).toList();
        synchronized (this) {
            if (states.equals(announced)) {
                return;
            }
            announced = states;
        }
        bus.publish(new OncallEvent.SourcesChanged());
    }

    private void update(String source, UnaryOperator<SourceTrack> change) {
        synchronized (this) {
            SourceTrack track = Objects.requireNonNull(tracks.get(source), source);
            tracks.put(source, change.apply(track));
        }
        bus.publish(new OncallEvent.SourcesChanged());
    }

    private Moment moment() {
        return new Moment(clock.now(), clock.nanos());
    }
}
