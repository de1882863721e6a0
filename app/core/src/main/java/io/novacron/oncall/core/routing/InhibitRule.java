package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Matching;
import java.util.List;

/**
 * While a source fires, targets with the same values of the {@code equal} labels tell nobody.
 *
 * @param name empty where it has none (before 0.32 none has)
 */
public record InhibitRule(
        String name,
        List<Matcher> sourceMatchers,
        List<Matcher> targetMatchers,
        Matching source,
        Matching target,
        List<String> equal) {

    public InhibitRule {
        sourceMatchers = List.copyOf(sourceMatchers);
        targetMatchers = List.copyOf(targetMatchers);
        equal = List.copyOf(equal);
    }

    /**
     * Whether an alert keeps another quiet by this rule. Labels that both lack are equal; a target that matches the source
     * side too is not kept quiet by a source that matches both (alerts guide I1).
     */
    public boolean inhibits(Labels inhibitor, Labels inhibited) {
        if (!target.matches(inhibited) || !source.matches(inhibitor)) {
            return false;
        }
        if (source.matches(inhibited) && target.matches(inhibitor)) {
            return false;
        }
        return equal.stream().allMatch(name -> inhibitor.get(name).equals(inhibited.get(name)));
    }
}
