package io.novacron.oncall.views.topology;

/// A place on the picture in px at scale 1; of a card it is the upper left corner.
record Spot(double x, double y) {
    Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }
}
