package io.novacron.oncall.desktop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.notify.SeenFiring;
import io.novacron.oncall.core.notify.SeenStore.SeenStoreException;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.desktop.journal.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSeenStoreTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123456789Z");

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsReadBackByTheNextConsole() throws SeenStoreException {
        SeenFiring rung = new SeenFiring(new AlertKey("eu\"'", "0a"), NOW, NOW.plusSeconds(5), true, NOW, 17, true);
        SeenFiring fresh = new SeenFiring(new AlertKey("eu", "0b"), Instant.EPOCH, NOW, false, null, 0, false);
        SeenFiring changed = new SeenFiring(fresh.key(), NOW, NOW, true, NOW, 18, false);
        try (Database database = open()) {
            SqliteSeenStore store = new SqliteSeenStore(database, "production");
            store.save(List.of(rung, fresh), Set.of());
            store.save(List.of(changed), Set.of(new AlertKey("eu", "gone")));
        }
        try (Database database = open()) {
            assertThat(new SqliteSeenStore(database, "production").load()).containsExactlyInAnyOrder(rung, changed);
            assertThat(new SqliteSeenStore(database, "staging").load()).isEmpty();
            new SqliteSeenStore(database, "production").save(List.of(), Set.of(rung.key()));
            assertThat(new SqliteSeenStore(database, "production").load()).containsExactly(changed);
        }
    }

    private Database open() {
        return Database.in(folder, new ManualClock(NOW));
    }
}
