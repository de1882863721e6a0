package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.fetch.TraceReads;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.views.fx.FxCoalescer;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the topology view shows and which service is selected. Properties belong to the FX thread; the selection is an
/// id, so it outlives every refresh.
public final class TopologyViewModel implements AutoCloseable {
    private final ReadOnlyObjectWrapper<TopologyPicture> picture = new ReadOnlyObjectWrapper<>(TopologyPicture.NOTHING);
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private String wanted = "";
    private final FxCoalescer<TopologyPicture> updates;
    private final List<Subscription> subscriptions;

    /// @param worker may block: the layout runs on it
    public TopologyViewModel(Monitor monitor, List<TraceReads> reads, Bus bus, Clock clock, Executor worker) {
        var studio = new TopologyStudio(monitor, reads, clock, this::refresh);
        updates = new FxCoalescer<>(clock, worker, studio::picture, this::show);
        subscriptions = List.of(
                bus.subscribe(OncallEvent.TracesChanged.class, event -> updates.trigger()),
                bus.subscribe(OncallEvent.MetricsChanged.class, event -> updates.trigger()),
                bus.subscribe(OncallEvent.SourcesChanged.class, event -> updates.trigger()));
        updates.trigger();
    }

    ReadOnlyObjectProperty<TopologyPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    TopologyPicture picture() {
        return picture.get();
    }

    /// Id of the selected service, empty for none.
    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Selects a service by its id, or by its name where that is enough; what is not there selects nothing. Before the
    /// first picture the wish is kept until there is one.
    public void select(String idOrName) {
        TopologyPicture now = picture.get();
        wanted = now.topology().nodes().isEmpty() ? idOrName : "";
        selected.set(now.find(idOrName).map(ServiceNode::id).orElse(""));
    }

    /// True once a picture, or the reason why there is none, is on the screen.
    public boolean settled() {
        return !picture.get().topology().nodes().isEmpty() || picture.get().failed();
    }

    /// Nothing is computed while nobody looks.
    public void visible(boolean now) {
        updates.visible(now);
    }

    private void show(TopologyPicture now) {
        picture.set(now);
        if (!wanted.isEmpty() && !now.topology().nodes().isEmpty()) {
            select(wanted);
        }
    }

    private void refresh() {
        updates.trigger();
    }

    @Override
    public void close() {
        updates.close();
        subscriptions.forEach(Subscription::close);
    }
}
