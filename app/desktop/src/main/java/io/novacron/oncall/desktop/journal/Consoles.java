package io.novacron.oncall.desktop.journal;

import io.novacron.oncall.core.journal.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The processes of this program that write into one journal. */
final class Consoles {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final long TOLERANCE_SECONDS = 5;

    /** No action takes that long. */
    private static final Duration LONGEST_ACTION = Duration.ofMinutes(15);

    private final String host;

    Consoles(String host) {
        this.host = host;
    }

    /** This process, apart from every other of its host: number and second of its start. */
    static String own() {
        return name(ProcessHandle.current());
    }

    /** The host's name as the system says it; no name service is asked, which may take seconds when it is needed most. */
    static String host() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** Whether the writer of a record runs still; of another host only its age is known. */
    boolean alive(Signature by, Instant wrote, Instant now) {
        if (!by.host().equals(host)) {
            return wrote.plus(LONGEST_ACTION).isAfter(now);
        }
        int at = by.console().indexOf('@');
        try {
            long pid = Long.parseLong(by.console().substring(0, Math.max(0, at)));
            long start = Long.parseLong(by.console().substring(at + 1));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Math.abs(start(process) - start) <= TOLERANCE_SECONDS)
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        return process.pid() + "@" + start(process);
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
