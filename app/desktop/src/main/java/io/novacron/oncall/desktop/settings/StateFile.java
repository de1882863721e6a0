package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.settings.DeskState;
import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.settings.StateStore;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state in {@code state.json} of a folder. It is replaced in one step, so that a crash leaves the old or the new one, and
 * the one before stays as {@code state.json.backup}. What cannot be read is put aside as {@code state.json.corrupt-TIME} and
 * never written over (reliability guide F106).
 */
public final class StateFile implements StateStore {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** A file of a few settings; more is not ours. */
    private static final long LARGEST = 4L << 20;

    private final Path folder;
    private final Clock clock;

    /** @param folder need not exist */
    public StateFile(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public synchronized Kept load() {
        try {
            return new Kept(read(file()).state(), "");
        } catch (NoSuchFileException e) {
            return withBackup("");
        } catch (IOException e) {
            String kept = putAside();
            return withBackup("The window's state could not be read (" + e.getMessage() + ")" + kept + "; ");
        }
    }

    @Override
    public synchronized void save(DeskState state) throws IOException {
        Files.createDirectories(folder);
        Path fresh = write(StateDocument.of(state), folder.resolve("state.json.new"));
        if (Files.exists(file())) {
            Files.move(file(), backup(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public List<SavedFilter> readFilters(Path from) throws IOException {
        List<SavedFilter> filters = read(from).savedFilters();
        if (filters.isEmpty()) {
            throw new IOException(name(from) + " holds no filters; choose a file that the console wrote");
        }
        return filters;
    }

    @Override
    public void writeFilters(Path to, List<SavedFilter> filters) throws IOException {
        write(StateDocument.of(filters), to);
    }

    /** The file before the last, where the last is lost. */
    private Kept withBackup(String doubt) {
        try {
            DeskState before = read(backup()).state();
            Instant of = Files.getLastModifiedTime(backup()).toInstant();
            return new Kept(before, doubt.isEmpty() ? "" : doubt + "using the backup of " + of + ".");
        } catch (IOException e) {
            return new Kept(
                    DeskState.AS_MADE, doubt.isEmpty() ? "" : doubt + "columns and filters are as they were made.");
        }
    }

    private String putAside() {
        Path aside = folder.resolve("state.json.corrupt-" + STAMP.format(clock.now()));
        try {
            Files.move(file(), aside);
            return ", it is kept as " + name(aside);
        } catch (IOException e) {
            LOG.warn("{} could not be put aside", file(), e);
            return "";
        }
    }

    private static StateDocument read(Path from) throws IOException {
        if (Files.size(from) > LARGEST) {
            throw new IOException(name(from) + " is larger than 4 MiB");
        }
        byte[] bytes = Files.readAllBytes(from);
        try {
            StateDocument document = JSON.readValue(bytes, StateDocument.class);
            if (document == null || document.version() < 1) {
                throw new IOException(name(from) + " names no version");
            }
            if (document.version() > StateDocument.VERSION) {
                throw new IOException(name(from) + " is of version " + document.version()
                        + ", this console reads version " + StateDocument.VERSION);
            }
            return document;
        } catch (JacksonException e) {
            throw new IOException(name(from) + " is not the JSON of a state", e);
        }
    }

    private static Path write(StateDocument document, Path to) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(document));
        try (FileChannel out = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        return to;
    }

    private static String name(Path file) {
        return Visible.line(String.valueOf(file.getFileName()), 80);
    }

    private Path file() {
        return folder.resolve("state.json");
    }

    private Path backup() {
        return folder.resolve("state.json.backup");
    }
}
