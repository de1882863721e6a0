package io.novacron.oncall.demo.alertmanager.config;

import io.novacron.oncall.core.silence.Matching;
import java.util.List;

/** While a source fires, targets with the same values of the {@code equal} labels tell nobody. */
public record InhibitRule(Matching source, Matching target, List<String> equal) {

    public InhibitRule {
        equal = List.copyOf(equal);
    }
}
