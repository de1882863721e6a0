package io.novacron.oncall.connectors.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The machine's proxies, but never for what runs on this machine. */
final class LoopbackDirect extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
        ProxySelector machine = ProxySelector.getDefault();
        return machine == null || loopback(uri.getHost()) ? List.of(Proxy.NO_PROXY) : machine.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        ProxySelector machine = ProxySelector.getDefault();
        if (machine != null) {
            machine.connectFailed(uri, address, failure);
        }
    }

    private static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.startsWith("127.")
                || host.equals("::1")
                || host.equals("[::1]");
    }
}
