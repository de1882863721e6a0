package io.novacron.oncall.core.source;

/**
 * A backend that is polled. Blocking; call it on a virtual thread. An interrupt cancels the read in flight, which then
 * answers {@link SourceError.Cancelled}.
 *
 * @param <T> everything one poll brings
 */
public interface Source<T> {

    /** The unique name of the configuration file. */
    String name();

    SourceKind kind();

    Fetched<T> poll();
}
