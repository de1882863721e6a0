package io.novacron.oncall.desktop.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An answer that could not be given; {@code column} where the error stands at a place in what was written. */
public record ErrorDocument(Problem error) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(String text, @Nullable Integer column) {}

    public static ErrorDocument of(String text) {
        return new ErrorDocument(new Problem(text, null));
    }

    public static ErrorDocument at(String text, int column) {
        return new ErrorDocument(new Problem(text, column));
    }
}
