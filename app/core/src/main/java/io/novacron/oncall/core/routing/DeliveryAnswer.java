package io.novacron.oncall.core.routing;

/** What came of asking whether notifications arrive. */
public sealed interface DeliveryAnswer {

    /** Counts, and the name of the source that has them. */
    record Known(DeliveryCounts counts, String source) implements DeliveryAnswer {}

    /** Nobody could say, with the reason; no full stop, safe to show. */
    record Unknown(String why) implements DeliveryAnswer {}

    /** Whether notifications of this kind to this receiver arrive. */
    default Delivery of(String integration, String receiver) {
        return switch (this) {
            case Known known -> known.counts().of(integration, receiver);
            case Unknown(String why) -> new Delivery.Unknown(why);
        };
    }
}
