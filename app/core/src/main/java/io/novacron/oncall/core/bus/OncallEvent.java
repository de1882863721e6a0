package io.novacron.oncall.core.bus;

/** That something changed; whoever cares reads the store it belongs to. */
public sealed interface OncallEvent {

    /** A source answered or failed, or a second went by that changed a state. */
    record SourcesChanged() implements OncallEvent {}

    /** Some Alertmanager snapshot was replaced. */
    record AlertsChanged() implements OncallEvent {}

    /** Some Prometheus snapshot was replaced. */
    record MetricsChanged() implements OncallEvent {}

    /** Some Jaeger snapshot was replaced. */
    record TracesChanged() implements OncallEvent {}

    /** Some Elasticsearch snapshot was replaced. */
    record LogsChanged() implements OncallEvent {}

    /** An intent climbed a rung or ended. */
    record ActionsChanged() implements OncallEvent {}

    /** What alarms again in spite of an acknowledgement is another than before. */
    record RealarmsChanged() implements OncallEvent {}

    /** What the servers lost of the silences of this console is another than before. */
    record VanishedChanged() implements OncallEvent {}

    /** A notice was raised, or the sound was muted or unmuted. */
    record NoticesChanged() implements OncallEvent {}

    /** Something began or ended in the background. */
    record WorkChanged() implements OncallEvent {}
}
