package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.Delivery.Told;

/** An alert as a flush of its group sees it: what fires then still fires when the others are told. */
record Notice(HeldAlert alert, boolean firing) {

    Told told() {
        return new Told(
                alert.subject().labels(),
                alert.posted().annotations(),
                alert.startsAt(),
                firing ? null : alert.endsAt());
    }
}
