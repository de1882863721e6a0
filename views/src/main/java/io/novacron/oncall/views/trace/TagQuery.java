package io.novacron.oncall.views.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/// Tags of a search as the operator types them, in logfmt: `error=true http.status_code=500 db.statement="SELECT 1"`.
final class TagQuery {
    private final String text;
    private int at;

    private TagQuery(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException with one sentence that names the place
    static Map<String, String> read(String text) {
        return new TagQuery(text).pairs();
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        blanks();
        while (at < text.length()) {
            int start = at;
            String key = word();
            if (key.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
                throw new IllegalArgumentException("Tags: write key=value at column " + (start + 1)
                        + ", for instance error=true http.status_code=500.");
            }
            at++;
            pairs.put(key, at < text.length() && text.charAt(at) == '"' ? quoted() : word());
            blanks();
        }
        return pairs;
    }

    private String word() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at++;
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("Tags: the quote at column " + (start + 1) + " is never closed.");
        }
        at++;
        return value.toString();
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
