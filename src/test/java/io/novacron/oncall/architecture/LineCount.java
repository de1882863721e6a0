package io.novacron.oncall.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** A class is as long as the last line that any of its code stands in; comments below it do not count. */
final class LineCount extends ArchCondition<JavaClass> {

    private final int most;

    LineCount(int most) {
        super("be no longer than " + most + " lines");
        this.most = most;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        int last = Stream.concat(
                        type.getCodeUnits().stream().map(JavaCodeUnit::getSourceCodeLocation),
                        type.getAccessesFromSelf().stream().map(access -> access.getSourceCodeLocation()))
                .mapToInt(location -> location.getLineNumber())
                .max()
                .orElse(0);
        events.add(new SimpleConditionEvent(type, last <= most, type.getName() + " reaches line " + last));
    }
}
