package io.novacron.oncall.views.shell;

import io.novacron.oncall.themes.Icon;
import java.util.function.Supplier;
import javafx.scene.Node;

/// One view of the rail.
///
/// @param name  as the command line and links call it: `alerts`
/// @param title as the rail shows it
/// @param node  builds the view; called once, when it is first opened
public record ViewSpec(String name, String title, Icon icon, Supplier<? extends Node> node) {}
