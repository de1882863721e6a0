package io.novacron.oncall.desktop.runbook;

import io.novacron.oncall.core.runbook.Runbook;
import io.novacron.oncall.core.runbook.RunbookNames;
import io.novacron.oncall.core.runbook.RunbookShelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runbooks in folders of this machine, such as a clone that somebody else keeps in step with its origin. What could be read
 * once is kept, so that a folder on a network that is gone still answers, marked as the copy it is.
 */
public final class RunbookFolders implements RunbookShelf {

    private static final Logger LOG = LoggerFactory.getLogger(RunbookFolders.class);
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 10_000;
    private static final int LONGEST = 1 << 20;

    private final List<Path> folders;
    private final Path copies;

    /** @param copies a folder of the console's own, which need not exist */
    public RunbookFolders(List<Path> folders, Path copies) {
        this.folders = List.copyOf(folders);
        this.copies = copies;
    }

    @Override
    public boolean any() {
        return !folders.isEmpty();
    }

    @Override
    public Answer find(List<String> names) {
        Answer worst = new Answer.None();
        for (Path folder : folders) {
            Answer answer = find(folder, names);
            if (answer instanceof Answer.Found) {
                return answer;
            }
            if (answer instanceof Answer.Failed) {
                worst = answer;
            }
        }
        return worst;
    }

    private Answer find(Path folder, List<String> names) {
        try {
            return read(folder, names, false);
        } catch (IOException gone) {
            try {
                return read(copy(folder), names, true);
            } catch (IOException never) {
                return new Answer.Failed("The folder of runbooks " + folder
                        + " cannot be read; mount or clone it, or correct folders of [runbooks].");
            }
        }
    }

    private static Answer read(Path folder, List<String> names, boolean kept) throws IOException {
        Map<String, Path> files = files(folder);
        for (String name : names) {
            Path file = files.get(name.toLowerCase(Locale.ROOT));
            if (file != null) {
                return new Answer.Found(new Runbook(
                        RunbookNames.stem(String.valueOf(file.getFileName())),
                        text(file),
                        file.toString(),
                        Files.getLastModifiedTime(file).toInstant(),
                        kept));
            }
        }
        return new Answer.None();
    }

    /** By the name without its ending, in lower case; of two files with one name the first in the order of paths. */
    private static Map<String, Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.toRealPath(), DEEPEST)) {
            Map<String, Path> files = new TreeMap<>();
            walk.filter(file -> markdown(file) && Files.isRegularFile(file))
                    .limit(MOST_FILES)
                    .sorted()
                    .forEach(file -> files.putIfAbsent(
                            RunbookNames.stem(String.valueOf(file.getFileName()))
                                    .toLowerCase(Locale.ROOT),
                            file));
            return files;
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    private static boolean markdown(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    /** At most 1 MiB; what is not UTF-8 shows as replacement characters. */
    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void keep() {
        for (Path folder : folders) {
            try {
                keep(folder);
            } catch (IOException e) {
                LOG.warn("no copy of the runbooks in {} is kept: {}", folder, e.toString());
            }
        }
    }

    /** Builds the new copy beside the old one, so that a failure on the way leaves the old one whole. */
    private void keep(Path folder) throws IOException {
        Map<String, Path> files = files(folder);
        Path copy = copy(folder);
        Files.createDirectories(copies);
        Path fresh = Files.createTempDirectory(copies, "fresh-");
        try {
            for (Path file : files.values()) {
                Path to = fresh.resolve(String.valueOf(file.getFileName()));
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Path old = copies.resolve("old-" + UUID.randomUUID());
            if (Files.exists(copy)) {
                Files.move(copy, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
            remove(old);
        } finally {
            remove(fresh);
        }
    }

    private Path copy(Path folder) {
        byte[] path = folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return copies.resolve(UUID.nameUUIDFromBytes(path).toString());
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
