package io.novacron.oncall.core.bus;

/** Ends what {@link Bus#subscribe} began. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
