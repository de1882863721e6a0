package io.novacron.oncall.core.action;

import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink;
import java.util.List;
import java.util.Set;

/** Some members of a cluster, as though they were all of it. */
record PartOfCluster(SilenceSink whole, Set<String> chosen) implements SilenceSink {

    @Override
    public String cluster() {
        return whole.cluster();
    }

    @Override
    public List<String> members() {
        return whole.members().stream().filter(chosen::contains).toList();
    }

    @Override
    public Fetched<Probe> probe(String member) {
        return whole.probe(member);
    }

    @Override
    public Fetched<String> post(String member, SilenceSpec spec) {
        return whole.post(member, spec);
    }

    @Override
    public Fetched<Boolean> expire(String member, String id) {
        return whole.expire(member, id);
    }

    @Override
    public Fetched<Silence> silence(String member, String id) {
        return whole.silence(member, id);
    }

    @Override
    public Fetched<List<Silence>> silences(String member) {
        return whole.silences(member);
    }

    @Override
    public Fetched<Boolean> resolve(String member, ResolvedAlert alert) {
        return whole.resolve(member, alert);
    }
}
