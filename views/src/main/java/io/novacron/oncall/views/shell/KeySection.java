package io.novacron.oncall.views.shell;

import io.novacron.oncall.views.controls.KeyMap;

/// What can be done in one place: the open view, or everywhere.
record KeySection(String title, KeyMap keys) {}
