package io.novacron.oncall.core.link;

/** Hands a link that was judged safe to the operator's browser. Blocking: never call it on the thread of the window. */
public interface LinkOpener {

    /** True if a browser took it; false where this machine has none, so that the address can be copied instead. */
    boolean open(SafeLink.Safe link);
}
