package io.novacron.oncall.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// Reads the looked-up colours out of style sheets: the declarations of the `.root` blocks whose name begins with
/// `-oc-` or `-color-`. A later sheet wins; a value is a colour or the name of another token.
final class Tokens {
    private static final String BLOCK = "\n.root {";
    private static final int DEEPEST = 8;

    private final Map<String, String> raw = new LinkedHashMap<>();

    private Tokens() {}

    /// Colour by token name, of the sheets in the order of the cascade.
    ///
    /// @throws IllegalArgumentException when a token leads nowhere, or in a circle
    static Map<String, Color> read(List<URL> sheets) {
        var tokens = new Tokens();
        sheets.forEach(sheet -> tokens.declarations(text(sheet)));
        var colors = new HashMap<String, Color>();
        tokens.raw.keySet().forEach(name -> colors.put(name, tokens.resolve(name)));
        return Map.copyOf(colors);
    }

    /// The sheet's text without comments.
    static String text(URL sheet) {
        try (InputStream in = sheet.openStream()) {
            return "\n" + withoutComments(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The style sheet " + sheet + " cannot be read: install the console anew.", e);
        }
    }

    private void declarations(String css) {
        for (int at = css.indexOf(BLOCK); at >= 0; at = css.indexOf(BLOCK, at + 1)) {
            int end = css.indexOf('}', at);
            css.substring(at + BLOCK.length(), end).lines().forEach(this::declaration);
        }
    }

    private void declaration(String line) {
        int colon = line.indexOf(':');
        int semicolon = line.indexOf(';');
        if (colon < 0 || semicolon < colon) {
            return;
        }
        String name = line.substring(0, colon).strip();
        if (name.startsWith("-oc-") || name.startsWith("-color-")) {
            raw.put(name, line.substring(colon + 1, semicolon).strip());
        }
    }

    private Color resolve(String name) {
        String value = name;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (!value.startsWith("-")) {
                return Color.web(value);
            }
            String next = raw.get(value);
            if (next == null) {
                throw new IllegalArgumentException(
                        "The token " + name + " leads to " + value + ", which nothing defines");
            }
            value = next;
        }
        throw new IllegalArgumentException("The token " + name + " leads in a circle");
    }

    private static String withoutComments(String css) {
        var out = new StringBuilder(css.length());
        int from = 0;
        for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", from)) {
            out.append(css, from, open);
            from = css.indexOf("*/", open) + 2;
        }
        return out.append(css, from, css.length()).toString();
    }
}
