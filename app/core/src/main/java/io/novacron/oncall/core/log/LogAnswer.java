package io.novacron.oncall.core.log;

import java.util.List;

/** Everything one poll of an Elasticsearch or OpenSearch backend brought: the indices and streams our patterns resolve to. */
public record LogAnswer(List<String> indices) {

    public LogAnswer {
        indices = List.copyOf(indices);
    }
}
