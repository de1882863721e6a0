package io.novacron.oncall.views.routing;

import io.novacron.oncall.core.routing.Channel;
import io.novacron.oncall.core.routing.Delivery;
import io.novacron.oncall.core.routing.DeliveryAnswer;
import io.novacron.oncall.core.routing.Integration;
import io.novacron.oncall.core.routing.Mute;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One receiver: its name, when it is told, and each way by which it is. FX thread only.
final class ReceiverCard {
    private ReceiverCard() {}

    static Node of(Told.Taken taken, Mute mute, DeliveryAnswer deliveries, Telling telling) {
        var card = new VBox(WhoIsToldPane.wrapped(taken.receiver().name(), "oc-heading"));
        card.getStyleClass().add("oc-receiver");
        String muted = telling.mute(mute);
        if (!muted.isEmpty()) {
            card.getChildren()
                    .add(WhoIsToldPane.wrapped(muted, mute.state() == Mute.State.AUDIBLE ? "oc-muted" : "oc-warning"));
        }
        for (Integration integration : taken.receiver().integrations()) {
            card.getChildren().add(way(integration, taken.receiver().name(), deliveries, telling));
        }
        if (taken.receiver().integrations().isEmpty()) {
            card.getChildren().add(WhoIsToldPane.wrapped("leads nowhere: nobody is told by it", "oc-muted"));
        }
        card.getChildren()
                .add(WhoIsToldPane.wrapped(Telling.timers(taken.route().grouping()), "oc-muted"));
        return card;
    }

    private static Node way(Integration integration, String receiver, DeliveryAnswer deliveries, Telling telling) {
        Channel channel = integration.channel();
        var name = new HBox(
                Telling.icon(channel).node(),
                SafeText.label(integration.words(receiver), channel.pages() ? "oc-heading" : "oc-kv-value"));
        name.getStyleClass().add("oc-way");
        Delivery delivery = deliveries.of(integration.kind(), receiver);
        var chip = StateChip.small();
        // where nothing is known of any way, one line below all of them says why
        String words = deliveries instanceof DeliveryAnswer.Unknown
                ? "not known whether it arrives"
                : telling.delivery(delivery);
        chip.show(words, Telling.icon(delivery), Telling.style(delivery));
        return new FlowPane(10, 3, name, chip);
    }
}
