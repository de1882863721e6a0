package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;

/** One node of a log store behind its HTTP interface. */
public final class ElasticsearchBackend implements Backend {

    private final LogIndex index;
    private final Clock clock;

    public ElasticsearchBackend(LogIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    @Override
    public Reply answer(Request request) {
        index.refresh();
        return Reply.text(404, "no handler found for uri [" + request.path() + "] at " + clock.now());
    }
}
