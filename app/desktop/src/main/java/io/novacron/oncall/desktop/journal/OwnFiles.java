package io.novacron.oncall.desktop.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that their owner alone may read, where the file system knows owners (reliability guide §7). */
final class OwnFiles {

    private static final FileAttribute<?>[] NONE = {};

    private OwnFiles() {}

    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode("rwx------"));
        }
    }

    /** The same path; an empty file is made where there is none. SQLite gives its other files the same mode. */
    static Path file(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, mode("rw-------"));
            } catch (FileAlreadyExistsException e) {
                return file; // another console made it
            }
        }
        return file;
    }

    private static FileAttribute<?>[] mode(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : NONE;
    }
}
