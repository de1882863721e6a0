package io.novacron.oncall.core.notify;

/** Carries notices out of the window: to the desktop and to the loudspeaker. */
@FunctionalInterface
public interface Herald {

    /** Returns at once; what went wrong on the way is told where the herald was made. */
    void tell(Notice notice);
}
