package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.cli.json.ErrorDocument;
import io.novacron.oncall.desktop.cli.json.Json;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Decides many questions in one process: JSON lines in, one document a line out, in order; a bad line does not end it. */
final class MatchBatch {

    /** A line that is no question. */
    private static final class BadLine extends Exception {

        private static final long serialVersionUID = 1L;

        BadLine(String message) {
            super(message);
        }
    }

    private final Console console;
    private final Dialect usual;

    /** {@code usual} is the dialect of lines that name none. */
    MatchBatch(Console console, Dialect usual) {
        this.console = console;
        this.usual = usual;
    }

    void run(String file) throws Stop {
        try (InputStream in = open(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(reader)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                console.answer(Json.text(answer(line)));
            }
        } catch (IOException | InvalidPathException e) {
            throw Stop.usage(
                    "--batch: " + Visible.line(file, 200) + " cannot be read; name a file of JSON lines, or -");
        }
    }

    private static InputStream open(String file) throws IOException {
        return file.equals("-") ? new FileInputStream(FileDescriptor.in) : Files.newInputStream(Path.of(file));
    }

    private Object answer(String line) {
        try {
            JsonNode question = Json.read(line);
            return MatchCommand.decide(matchers(question), labels(question), dialect(question));
        } catch (MatcherSyntaxException e) {
            return ErrorDocument.at(e.text(), e.column());
        } catch (BadLine e) {
            return ErrorDocument.of(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return ErrorDocument.of("The line is no JSON document.");
        }
    }

    private static List<String> matchers(JsonNode question) throws BadLine {
        JsonNode matchers = question.path("matchers");
        if (!matchers.isArray()) {
            throw new BadLine("The line lacks \"matchers\", a list of texts.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode matcher : matchers) {
            texts.add(text(matcher, "\"matchers\""));
        }
        return texts;
    }

    private static Labels labels(JsonNode question) throws BadLine {
        JsonNode labels = question.path("labels");
        if (!labels.isObject()) {
            throw new BadLine("The line lacks \"labels\", an object of texts.");
        }
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            texts.put(label.getKey(), text(label.getValue(), "\"labels\""));
        }
        return Labels.of(texts);
    }

    private Dialect dialect(JsonNode question) throws BadLine {
        JsonNode named = question.path("dialect");
        if (named.isMissingNode() || named.isNull()) {
            return usual;
        }
        String word = text(named, "\"dialect\"");
        try {
            return Dialect.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadLine("\"dialect\" is one of classic, utf8, fallback, not \"" + Visible.line(word, 40) + "\".");
        }
    }

    private static String text(JsonNode node, String where) throws BadLine {
        if (!node.isString()) {
            throw new BadLine(where + " holds something that is no text.");
        }
        return node.asString();
    }
}
