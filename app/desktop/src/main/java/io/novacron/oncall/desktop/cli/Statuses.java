package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.SourceDocument;
import java.util.List;

/** How the sources stood after they were asked once. */
record Statuses(List<SourceStatus> all) {

    static Statuses ask(Composition parts) throws InterruptedException {
        parts.monitor().refreshOnce(parts.fanout());
        return new Statuses(parts.monitor().statuses());
    }

    boolean anyFailed() {
        return all.stream().anyMatch(Statuses::failed);
    }

    List<SourceDocument> documents(Composition parts) {
        return all.stream()
                .map(status -> SourceDocument.of(status, parts.clock().now()))
                .toList();
    }

    /** One message for each source that is not simply LIVE. */
    void tell(Console console) {
        all.stream()
                .filter(status -> !status.live())
                .forEach(status -> console.message(Visible.line(status.name(), 60) + " is " + word(status) + ": "
                        + Visible.line(status.reason())));
    }

    static String word(SourceStatus status) {
        return status.state().name().replace('_', ' ');
    }

    /** It was asked and gave no answer at all. */
    private static boolean failed(SourceStatus status) {
        return status.lastGood() == null;
    }
}
