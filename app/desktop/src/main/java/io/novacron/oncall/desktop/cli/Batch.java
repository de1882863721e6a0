package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Many questions in one process: JSON lines in, one document a line out, in order; a bad line does not end it. */
final class Batch {

    /** A line that is no question. */
    static final class BadLine extends Exception {

        private static final long serialVersionUID = 1L;

        BadLine(String message) {
            super(message);
        }
    }

    /** Answers one line with a document. */
    interface Question {
        Object answer(JsonNode line) throws BadLine, MatcherSyntaxException;
    }

    private final Console console;

    Batch(Console console) {
        this.console = console;
    }

    void run(String file, Question question) throws Stop {
        try (InputStream in = open(file);
                // a line is decoded by itself, so that one that is not UTF-8 is one bad line
                Reader reader = new InputStreamReader(in, StandardCharsets.ISO_8859_1);
                BufferedReader lines = new BufferedReader(reader)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                console.answer(Json.text(answer(line, question)));
            }
        } catch (IOException | InvalidPathException e) {
            throw Stop.usage(
                    "--batch: " + Visible.line(file, 200) + " cannot be read; name a file of JSON lines, or -");
        }
    }

    static Labels labels(JsonNode line) throws BadLine {
        JsonNode labels = line.path("labels");
        if (!labels.isObject()) {
            throw new BadLine("The line lacks \"labels\", an object of texts.");
        }
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            texts.put(label.getKey(), text(label.getValue(), "\"labels\""));
        }
        return Labels.of(texts);
    }

    static String text(JsonNode node, String where) throws BadLine {
        if (!node.isString()) {
            throw new BadLine(where + " holds something that is no text.");
        }
        return node.asString();
    }

    private static InputStream open(String file) throws IOException {
        return file.equals("-") ? new FileInputStream(FileDescriptor.in) : Files.newInputStream(Path.of(file));
    }

    private static Object answer(String line, Question question) {
        try {
            return question.answer(Json.read(utf8(line)));
        } catch (MatcherSyntaxException e) {
            return ErrorDocument.at(e.text(), e.column());
        } catch (BadLine e) {
            return ErrorDocument.of(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return ErrorDocument.of("The line is not UTF-8.");
        } catch (JacksonException e) {
            return ErrorDocument.of("The line is no JSON document.");
        }
    }

    private static String utf8(String bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .toString();
    }
}
