package io.novacron.oncall.connectors.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one call came. Until it has a connection nothing of the request can have left. */
final class Progress extends EventListener {

    /** In order; a call that is sent again on another connection does not go back. */
    enum Phase {
        CONNECTING,
        SECURING,
        CONNECTED
    }

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private volatile Phase phase = Phase.CONNECTING;

    Phase phase() {
        return phase;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        if (phase == Phase.SECURING) {
            phase = Phase.CONNECTING;
        }
    }

    @Override
    public void secureConnectStart(Call call) {
        if (phase == Phase.CONNECTING) {
            phase = Phase.SECURING;
        }
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        phase = Phase.CONNECTED;
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retried) {
        LOG.debug("{} {}", call.request().url().redact(), retried ? "is sent again" : "is not sent again");
    }
}
