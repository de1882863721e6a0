package io.novacron.oncall.views.canvas;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/// Writes an image as PNG (W3C PNG, third edition): 8 bits per channel, RGB with alpha, not interlaced. Small enough to
/// own,
/// where javafx-swing would bring in AWT.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] FORMAT = {8, 6, 0, 0, 0};
    private static final int CHANNELS = 4;
    /// Each line holds differences to the line above: screens repeat downwards.
    private static final int FILTER_UP = 2;

    private Png() {}

    /// Writes `image` to `out` and leaves `out` open. Any thread, if nobody draws into the image meanwhile.
    ///
    /// @throws IllegalArgumentException when the image is still loading or failed to load
    public static void write(Image image, OutputStream out) throws IOException {
        PixelReader pixels = image.getPixelReader();
        if (pixels == null) {
            throw new IllegalArgumentException("The image has no pixels to write: wait until it is loaded.");
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(width, height));
        chunk(out, "IDAT", lines(pixels, width, height));
        chunk(out, "IEND", new byte[0]);
    }

    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeInt(width);
            data.writeInt(height);
            data.write(FORMAT);
        }
        return bytes.toByteArray();
    }

    private static byte[] lines(PixelReader pixels, int width, int height) throws IOException {
        var deflater = new Deflater();
        var bytes = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(bytes, deflater)) {
            byte[] above = new byte[width * CHANNELS];
            byte[] line = new byte[width * CHANNELS];
            int[] argb = new int[width];
            for (int y = 0; y < height; y++) {
                pixels.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), argb, 0, width);
                packed.write(FILTER_UP);
                for (int x = 0; x < line.length; x++) {
                    byte value = channel(argb[x / CHANNELS], x % CHANNELS);
                    line[x] = (byte) (value - above[x]);
                    above[x] = value;
                }
                packed.write(line);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /// Red, green, blue, alpha of 0xAARRGGBB.
    private static byte channel(int argb, int index) {
        return (byte) (index == CHANNELS - 1 ? argb >>> 24 : argb >>> (16 - 8 * index));
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        var data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) crc.getValue());
        data.flush();
    }
}
