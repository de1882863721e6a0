package io.novacron.oncall.views.topology;

import java.util.Collection;

/// Which part of the picture is seen: screen = picture × scale + offset.
record Viewport(double scale, double x, double y) {
    static final double SMALLEST = 0.1;
    static final double LARGEST = 3;
    private static final double MARGIN = 40;

    static final Viewport START = new Viewport(1, 0, 0);

    /// All cards, centred, never larger than life.
    static Viewport fit(Collection<Spot> spots, double width, double height) {
        if (spots.isEmpty() || width <= 0 || height <= 0) {
            return START;
        }
        double left = spots.stream().mapToDouble(Spot::x).min().orElse(0);
        double top = spots.stream().mapToDouble(Spot::y).min().orElse(0);
        double wide = spots.stream().mapToDouble(Spot::x).max().orElse(0) + Placement.WIDTH - left;
        double high = spots.stream().mapToDouble(Spot::y).max().orElse(0) + Placement.HEIGHT - top;
        double scale = clamp(Math.min(1.25, Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)));
        return new Viewport(
                scale, (width - wide * scale) / 2 - left * scale, (height - high * scale) / 2 - top * scale);
    }

    /// The point under `(screenX, screenY)` stays under it.
    Viewport zoom(double factor, double screenX, double screenY) {
        double wanted = clamp(scale * factor);
        double ratio = wanted / scale;
        return new Viewport(wanted, screenX - (screenX - x) * ratio, screenY - (screenY - y) * ratio);
    }

    Viewport move(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    Spot toPicture(double screenX, double screenY) {
        return new Spot((screenX - x) / scale, (screenY - y) / scale);
    }

    private static double clamp(double scale) {
        return Math.max(SMALLEST, Math.min(LARGEST, scale));
    }
}
