package io.novacron.oncall.desktop.secret;

import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Reads secrets from environment variables and from files, anew each time, so that a rotated file needs no restart. */
public final class SecretPlaces implements SecretReader {

    /** A token file is short; what is longer is some other file. */
    static final int LARGEST = 64 * 1024;

    private final Map<String, String> environment;

    /** Variables are looked up in {@code environment}, usually that of the process. */
    public SecretPlaces(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Secret read(SecretRef ref) throws SecretMissingException {
        return switch (ref) {
            case SecretRef.Environment place -> variable(place.variable());
            case SecretRef.File place -> file(place.path());
        };
    }

    private Secret variable(String name) throws SecretMissingException {
        String place = "The environment variable " + Visible.line(name, 100);
        String value = environment.get(name);
        if (value == null) {
            throw new SecretMissingException(place + " is not set; set it before the console starts.");
        }
        return checked(value, place, "set it before the console starts");
    }

    private static Secret file(Path path) throws SecretMissingException {
        String place = "The secret file " + Visible.line(path.toString());
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new SecretMissingException(
                        place + " is larger than 64 KiB; name the file that holds the secret only.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return checked(text, place, "write the secret into it");
        } catch (CharacterCodingException e) {
            throw new SecretMissingException(place + " is not UTF-8 text; write the secret into it as text.");
        } catch (NoSuchFileException e) {
            throw new SecretMissingException(place + " does not exist; create it or correct the file: reference.");
        } catch (AccessDeniedException e) {
            throw new SecretMissingException(place + " may not be read by this user; change its owner or its mode.");
        } catch (IOException e) {
            throw new SecretMissingException(place + " cannot be read; make it a readable file.");
        }
    }

    private static Secret checked(String text, String place, String wayOut) throws SecretMissingException {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw new SecretMissingException(place + " is empty; " + wayOut + ".");
        }
        // a header cannot carry it, and no password has any
        if (secret.chars().anyMatch(Character::isISOControl)) {
            throw new SecretMissingException(
                    place + " holds a line break or another control character; " + wayOut + " as one line.");
        }
        return new Secret(secret);
    }
}
