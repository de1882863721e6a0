package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.secret.SecretRef;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** References to secrets: {@code env:NAME}, {@code file:PATH}. No problem ever repeats what stands in the file. */
final class SecretWords {

    private static final String WAYS = "write env:NAME for an environment variable or file:PATH for a file";

    private final Path folder;

    /** @param folder what a relative path is relative to */
    SecretWords(Path folder) {
        this.folder = folder;
    }

    Optional<SecretRef> read(Block block, String key) {
        Optional<String> text = block.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String word = text.get().strip();
        String where = "The key " + key + " of " + block.name();
        if (word.startsWith("env:")) {
            return variable(block, key, word.substring(4).strip());
        }
        if (word.startsWith("file:")) {
            return file(block, key, word.substring(5).strip());
        }
        if (word.startsWith("keyring:")) {
            block.problem(key, where + " refers to keyring:, which is not supported yet; " + WAYS + ".");
        } else {
            block.problem(key, where + " is written in plain; " + WAYS + " (keyring: comes with a later version).");
        }
        return Optional.empty();
    }

    private static Optional<SecretRef> variable(Block block, String key, String name) {
        if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
            block.problem(key, "The key " + key + " of " + block.name() + " names no variable after env:.");
            return Optional.empty();
        }
        return Optional.of(new SecretRef.Environment(name));
    }

    private Optional<SecretRef> file(Block block, String key, String name) {
        try {
            if (!name.isEmpty()) {
                return Optional.of(new SecretRef.File(folder.resolve(name)));
            }
        } catch (InvalidPathException e) {
            // told below, together with the empty name
        }
        block.problem(key, "The key " + key + " of " + block.name() + " names no file after file:.");
        return Optional.empty();
    }
}
