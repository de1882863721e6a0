package io.novacron.oncall.connectors.alertmanager;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.novacron.oncall.connectors.http.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was made of a body last: most polls of a quiet system bring the same bytes, which need not be read again. Any thread. */
final class SameBytes<T> {

    private static final int CHUNK = 256 * 1024;

    private record Made<T>(HashCode bytes, T value) {}

    private volatile @Nullable Made<T> last;

    /** Asks {@code decoder} only about bytes that are not those of the last good answer. */
    Decoder<T> decoder(Decoder<T> decoder) {
        return (body, head) -> {
            List<InputStream> chunks = new ArrayList<>();
            HashCode bytes = drain(body, chunks);
            Made<T> known = last;
            if (known != null && known.bytes().equals(bytes)) {
                return known.value();
            }
            T value = decoder.decode(new SequenceInputStream(Collections.enumeration(chunks)), head);
            last = new Made<>(bytes, value);
            return value;
        };
    }

    private static HashCode drain(InputStream body, List<InputStream> into) throws IOException {
        Hasher hasher = Hashing.sha256().newHasher();
        for (byte[] chunk = body.readNBytes(CHUNK); chunk.length > 0; chunk = body.readNBytes(CHUNK)) {
            hasher.putBytes(chunk);
            into.add(new ByteArrayInputStream(chunk));
        }
        return hasher.hash();
    }
}
