package io.novacron.oncall.demo.scenario;

/** What a good engineer sees in one view of the console: {@code alerts}, {@code topology}, {@code traces}, {@code logs}. */
public record Sight(String view, String shows) {}
