package io.novacron.oncall.demo.http;

/** What answers behind one address. Called by any number of threads. */
@FunctionalInterface
public interface Backend {

    /** Unknown paths are answered as the real backend answers them; what it throws becomes a 500 with its message. */
    Reply answer(Request request);
}
