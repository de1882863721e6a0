package io.novacron.oncall.views.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide text is on a canvas, and as much of it as fits. Widths are kept, since measuring costs far more than
/// drawing. FX thread only.
public final class TextFit {
    private static final int KEPT = 4_000;
    private static final String CUT = "…";

    private final Text ruler = new Text();
    private final Map<Key, Double> widths = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String text, Font font) {}

    /// Width in px.
    public double width(String text, Font font) {
        return widths.computeIfAbsent(new Key(text, font), this::measure);
    }

    /// All of `text`, or its beginning and an ellipsis, or nothing where not even that fits into `room` px.
    public String fit(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(cut(text, middle), font) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : cut(text, low);
    }

    private static String cut(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + CUT;
    }

    private double measure(Key key) {
        ruler.setFont(key.font());
        ruler.setText(key.text());
        return ruler.getLayoutBounds().getWidth();
    }
}
