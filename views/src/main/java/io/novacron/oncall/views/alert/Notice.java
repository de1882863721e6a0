package io.novacron.oncall.views.alert;

/// One sentence at the foot of the list about what was just asked for.
///
/// @param problem it stays until it is read; everything else goes after a while
record Notice(String text, boolean problem) {
    static final Notice NONE = new Notice("", false);
}
