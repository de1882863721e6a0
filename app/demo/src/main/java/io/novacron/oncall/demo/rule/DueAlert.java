package io.novacron.oncall.demo.rule;

/** An alert that Alertmanager is to be told about now. */
public record DueAlert(Rule.Alerting rule, ActiveAlert alert) {}
