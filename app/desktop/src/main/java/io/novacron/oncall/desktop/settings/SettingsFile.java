package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** Reads the configuration file. Every problem of the file is told at once; nothing is ever written. */
public final class SettingsFile {

    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_PROBLEMS = 50;
    private static final String EXPECTED = ", expected ";

    private SettingsFile() {}

    /**
     * Reads {@code file} and narrows it to one environment.
     *
     * @param environment what {@code --env} says; empty for what the file says
     * @param login the name of the operator where the file gives none
     */
    public static LoadedSettings load(Path file, Optional<String> environment, String login) {
        List<Problem> problems = new ArrayList<>();
        Optional<Settings> settings = Optional.empty();
        try {
            TomlParseResult toml = Toml.parse(text(file));
            toml.errors().stream().map(SettingsFile::syntax).forEach(problems::add);
            if (problems.isEmpty()) {
                settings = new SettingsReader(file, login, problems)
                        .read(new Block(toml, "the file", TomlPosition.positionAt(1, 1), problems), environment);
            }
        } catch (NoSuchFileException e) {
            return new LoadedSettings.Missing(file);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(0, 0, "The file is not UTF-8 text; save it as UTF-8."));
        } catch (IOException e) {
            String why = Visible.line(String.valueOf(e.getMessage()), 200);
            problems.add(new Problem(0, 0, "The file cannot be read (" + why + "); make it a readable file."));
        }
        if (settings.isPresent() && problems.isEmpty()) {
            return new LoadedSettings.Loaded(settings.get(), file);
        }
        return new LoadedSettings.Broken(
                file,
                problems.stream().sorted(Problem.BY_PLACE).limit(MOST_PROBLEMS).toList());
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it is larger than 1 MiB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // some editors write a byte order mark, which TOML does not know
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
    }

    /** The parser quotes what it met, which may be part of a password; only what it expected is passed on. */
    private static Problem syntax(TomlParseError error) {
        String message = String.valueOf(error.getMessage());
        int expected = message.indexOf(EXPECTED);
        String text = message;
        if (expected >= 0) {
            text = "expected here is " + message.substring(expected + EXPECTED.length());
        } else if (message.startsWith("Unexpected")) {
            text = "nothing is expected here";
        }
        TomlPosition place = error.position();
        String hint = text.contains("a value") ? " (a text stands in double quotes)" : "";
        return new Problem(place.line(), place.column(), "This is not TOML: " + Visible.line(text, 200) + hint + ".");
    }
}
