package io.novacron.oncall.cli;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the head of a PNG file says; its size in bytes tells a drawing from a blank sheet. */
record Drawn(int width, int height, long bytes) {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;

    static Drawn read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream head = new DataInputStream(in)) {
            if (head.readLong() != SIGNATURE) {
                throw new IOException(file + " is no PNG");
            }
            head.readLong(); // length and name of the first chunk
            return new Drawn(head.readInt(), head.readInt(), Files.size(file));
        }
    }
}
