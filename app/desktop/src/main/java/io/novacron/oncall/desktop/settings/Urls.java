package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.text.Visible;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The addresses of a source: http or https, nothing secret in them, path prefix kept as it is written. */
final class Urls {

    private static final String EXAMPLE = "\"http://127.0.0.1:9093\"";

    private Urls() {}

    static List<URI> read(Block block) {
        if (!block.has("urls")) {
            block.missing("urls", "urls = [" + EXAMPLE + "]");
            return List.of();
        }
        List<Block.Item> items = block.texts("urls");
        List<URI> urls = new ArrayList<>();
        for (Block.Item item : items) {
            Optional<String> wrong = wrong(item.text().strip());
            if (wrong.isPresent()) {
                block.problem(item.place(), "An address of " + block.name() + " " + wrong.get() + ".");
            } else if (urls.contains(URI.create(item.text().strip()))) {
                block.problem(
                        item.place(), "An address of " + block.name() + " is listed twice; name each member once.");
            } else {
                urls.add(URI.create(item.text().strip()));
            }
        }
        if (items.isEmpty()) {
            block.problem(
                    "urls",
                    "The key urls of " + block.name() + " must be a list with an address such as " + EXAMPLE + ".");
        }
        return urls;
    }

    private static Optional<String> wrong(String text) {
        if (text.contains("@")) {
            // never shown: what stands before the @ may be a password
            return Optional.of("holds user information; move it to basic = { user = \"…\", password = \"env:NAME\" }");
        }
        String shown = "(" + Visible.line(text, 100) + ")";
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("is no URL " + shown + "; write it as " + EXAMPLE);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("must begin with http:// or https:// " + shown);
        }
        if (uri.getHost() == null) {
            return Optional.of("names no host " + shown + "; write it as " + EXAMPLE);
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            return Optional.of("has a port outside 1 to 65535 " + shown);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            // a query may hold a token
            return Optional.of("holds a ? or #; write only scheme, host, port and path prefix");
        }
        return Optional.empty();
    }
}
