package io.novacron.oncall.demo.http;

import java.io.IOException;

/** A request that no backend sees, and the status with which it is answered. */
final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }
}
