package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Loopback;
import java.util.ArrayList;
import java.util.List;

/** The ports of an estate, handed out one after the other, and all closed together. One thread. */
final class Addresses implements AutoCloseable {

    private final Clock clock;
    private final List<Loopback> open = new ArrayList<>();
    private int next;

    /** @param base the first of consecutive ports; 0 for any free ones */
    Addresses(int base, Clock clock) {
        this.clock = clock;
        next = base;
    }

    /** @throws java.io.UncheckedIOException if the port is taken */
    Loopback serve(Backend backend) {
        Loopback served = new Loopback(next == 0 ? 0 : next++, backend, clock);
        open.add(served);
        return served;
    }

    @Override
    public void close() {
        open.forEach(Loopback::close);
    }
}
