package io.novacron.oncall.views.canvas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide text is on a canvas, and as much of it as fits. Measuring costs far more than drawing: the advances of
/// plain
/// characters are kept and added up, since JavaFX neither kerns nor joins them; of other text the whole width is kept.
/// FX thread only.
public final class TextFit {
    private static final int KEPT = 4_000;
    private static final char FIRST_PLAIN = ' ';
    private static final char LAST_PLAIN = 'ſ';
    private static final String CUT = "…";
    /// How often a character is set to measure it, since a width of text is rounded up.
    private static final int SAMPLE = 16;

    private final Text ruler = new Text();
    private final Map<Key, Double> widths = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > KEPT;
        }
    };

    private final Map<Font, double[]> advances = new HashMap<>();

    private record Key(String text, Font font) {}

    /// Width in px.
    public double width(String text, Font font) {
        if (plain(text)) {
            double[] known = advances(font);
            double width = 0;
            for (int i = 0; i < text.length(); i++) {
                width += advance(known, text.charAt(i), font);
            }
            return width;
        }
        return widths.computeIfAbsent(new Key(text, font), this::measure);
    }

    /// All of `text`, or its beginning and an ellipsis, or nothing where not even that fits into `room` px.
    public String fit(String text, Font font, double room) {
        if (plain(text)) {
            return fitPlain(text, font, room);
        }
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

    private String fitPlain(String text, Font font, double room) {
        double[] known = advances(font);
        double mark = width(CUT, font);
        double width = 0;
        int fitting = 0; // characters that leave room for the mark
        for (int i = 0; i < text.length(); i++) {
            width += advance(known, text.charAt(i), font);
            if (width > room) {
                return fitting == 0 ? "" : text.substring(0, fitting) + CUT;
            }
            if (width + mark <= room) {
                fitting = i + 1;
            }
        }
        return text;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_PLAIN || c > LAST_PLAIN) {
                return false;
            }
        }
        return true;
    }

    /// By character from [#FIRST_PLAIN], px; not a number until it was measured.
    private double[] advances(Font font) {
        return advances.computeIfAbsent(font, wanted -> {
            var fresh = new double[LAST_PLAIN - FIRST_PLAIN + 1];
            Arrays.fill(fresh, Double.NaN);
            return fresh;
        });
    }

    private double advance(double[] known, char c, Font font) {
        double advance = known[c - FIRST_PLAIN];
        if (Double.isNaN(advance)) {
            advance = measure(new Key(String.valueOf(c).repeat(SAMPLE), font)) / SAMPLE;
            known[c - FIRST_PLAIN] = advance;
        }
        return advance;
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
