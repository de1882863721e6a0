package io.novacron.oncall.core.notify;

import java.util.List;

/** The way from this program to the operator's eyes and ears. Its calls block for up to ten seconds. */
public interface Reach {

    /** Looks whether a notice would arrive, without showing or sounding anything. */
    List<ReachCheck> look() throws InterruptedException;

    /** Shows a notice and sounds a tone to see whether they arrive. */
    List<ReachCheck> test() throws InterruptedException;
}
