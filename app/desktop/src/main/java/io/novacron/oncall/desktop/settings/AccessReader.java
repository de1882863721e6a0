package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.text.Visible;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a source is reached: headers, credential, TLS. */
final class AccessReader {

    private static final List<String> CREDENTIALS = List.of("basic", "bearer", "api_key");
    private static final List<String> BASIC = List.of("user", "password");
    private static final List<String> TLS = List.of("ca", "certificate", "key", "pin");
    /** Parts of header names that carry secrets; a secret stands in no header of the file. */
    private static final List<String> SECRET_HEADERS =
            List.of("authorization", "cookie", "token", "secret", "password", "api-key", "apikey");

    private final Path folder;
    private final SecretWords secrets;

    AccessReader(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        this.folder = parent == null ? file.toAbsolutePath() : parent;
        this.secrets = new SecretWords(folder);
    }

    Map<String, String> headers(Block block) {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional<Block> table = block.block("headers");
        for (String name : table.map(Block::keys).orElse(List.of())) {
            table.get().text(name).ifPresent(value -> header(table.get(), name, value, headers));
        }
        return headers;
    }

    private static void header(Block block, String name, String value, Map<String, String> headers) {
        String lower = name.toLowerCase(Locale.ROOT);
        String shown = "The header " + Visible.line(name, 60) + " in " + block.name();
        if (!token(name)) {
            block.problem(name, shown + " is no header name; use letters, digits and hyphens.");
        } else if (SECRET_HEADERS.stream().anyMatch(lower::contains)) {
            block.problem(
                    name, shown + " would hold a secret in plain; use basic, bearer or api_key with env: or file:.");
        } else if (!value.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c < 0x7f))) {
            block.problem(name, shown + " has a value with characters that no header carries; write plain ASCII.");
        } else {
            headers.put(name, value);
        }
    }

    Credential credential(Block block) {
        List<String> given = CREDENTIALS.stream().filter(block::has).toList();
        if (given.size() > 1) {
            block.problem(
                    given.get(1),
                    "Only one of basic, bearer and api_key is possible; " + block.name() + " has "
                            + String.join(" and ", given) + ".");
        }
        List<Credential> read = new ArrayList<>();
        block.block("basic").flatMap(this::basic).ifPresent(read::add);
        secrets.read(block, "bearer").map(Credential.Bearer::new).ifPresent(read::add);
        secrets.read(block, "api_key").map(Credential.ApiKey::new).ifPresent(read::add);
        return read.isEmpty() ? new Credential.None() : read.getFirst();
    }

    private Optional<Credential> basic(Block basic) {
        basic.allow(BASIC);
        Optional<String> user = basic.requiredText("user", "user = \"oncall\"");
        if (user.isPresent() && user.get().contains(":")) {
            basic.problem(
                    "user", "The user in " + basic.name() + " holds a colon, which basic authentication cannot carry.");
        }
        if (!basic.has("password")) {
            basic.missing("password", "password = \"env:NAME\"");
        }
        Optional<SecretRef> password = secrets.read(basic, "password");
        return user.flatMap(name -> password.map(ref -> new Credential.Basic(name, ref)));
    }

    /** The file with the own CA, relative to the configuration file. */
    Optional<Path> ca(Block block) {
        Optional<Block> table = block.block("tls");
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Block tls = table.get();
        tls.allow(TLS);
        for (String key : List.of("certificate", "key")) {
            later(tls, key, "A client certificate", "use basic, bearer or api_key");
        }
        later(tls, "pin", "Pinning", "name the server's CA with ca = \"ca.pem\"");
        return tls.text("ca").flatMap(text -> file(tls, text));
    }

    private static void later(Block tls, String key, String what, String instead) {
        if (tls.has(key)) {
            tls.problem(
                    key, what + " (the key " + key + " of " + tls.name() + ") is not supported yet; " + instead + ".");
        }
    }

    private Optional<Path> file(Block tls, String text) {
        String shown = Visible.line(text, 200);
        try {
            Path ca = folder.resolve(text);
            if (Files.isRegularFile(ca) && Files.isReadable(ca)) {
                return Optional.of(ca);
            }
            tls.problem(
                    "ca",
                    "The CA file " + shown + " in " + tls.name()
                            + " cannot be read; put it there or correct its name.");
        } catch (InvalidPathException e) {
            tls.problem("ca", "The key ca of " + tls.name() + " is no file name: " + shown + ".");
        }
        return Optional.empty();
    }

    private static boolean token(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }
}
