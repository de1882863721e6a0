package io.novacron.oncall.core.source;

/** The service that pages people on behalf of Alertmanager and goes on doing so until it is acknowledged there too. */
public interface PageSink {

    /**
     * Acknowledges there what Alertmanager opened.
     *
     * @param dedupKey by which the service knows it ({@link io.novacron.oncall.core.routing.GroupKey#dedupKey})
     */
    Fetched<Boolean> acknowledge(String dedupKey);
}
