package io.novacron.oncall.demo.elasticsearch;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A name with stars for any characters. */
record Wildcard(Pattern pattern) {

    static Wildcard of(String text) {
        return new Wildcard(Pattern.compile(Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*", "(?s)", ""))));
    }

    /** Of index names, where {@code _all} is everything too. */
    static Wildcard ofNames(String text) {
        return of(text.equals("_all") ? "*" : text);
    }

    boolean matches(String name) {
        return pattern.matches(name);
    }
}
