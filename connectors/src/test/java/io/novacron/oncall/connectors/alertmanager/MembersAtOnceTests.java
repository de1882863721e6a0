package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MembersAtOnceTests {

    private static final List<String> MEMBERS = List.of("b:1", "a:1");

    @Test
    void membersAreAskedAtTheSameTimeAndAnsweredInOrder() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Map<String, Fetched<String>> answers = new MembersAtOnce(Duration.ofMinutes(1)).ask(MEMBERS, member -> {
            both.countDown();
            waitFor(both);
            return answer(member);
        });
        assertThat(answers).containsExactly(Map.entry("b:1", answer("b:1")), Map.entry("a:1", answer("a:1")));
    }

    @Test
    void aMemberThatIsNotDoneInTimeIsInterruptedAndTheOtherCounts() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Map<String, Fetched<String>> answers = new MembersAtOnce(Duration.ofMillis(200)).ask(MEMBERS, member -> {
            if (member.equals("b:1") && !waitFor(new CountDownLatch(1))) {
                interrupted.set(true);
            }
            return answer(member);
        });
        assertThat(answers.get("a:1")).isEqualTo(answer("a:1"));
        assertThat(answers.get("b:1"))
                .isEqualTo(Fetched.failure(new SourceError.Broken("b:1", "not everything came within 0.2 s")));
        await().untilTrue(interrupted);
    }

    @Test
    void aFaultOfOursIsAnErrorOfThatMemberAlone() throws InterruptedException {
        Map<String, Fetched<String>> answers = new MembersAtOnce(Duration.ofMinutes(1)).ask(MEMBERS, member -> {
            if (member.equals("a:1")) {
                throw new IllegalStateException("boom");
            }
            return answer(member);
        });
        assertThat(answers.get("b:1")).isEqualTo(answer("b:1"));
        assertThat(Connectors.error(Objects.requireNonNull(answers.get("a:1"))).sentence())
                .contains("a:1", "boom");
    }

    private static Fetched<String> answer(String value) {
        return new Fetched.Answer<>(value, new Contact("", "", Duration.ZERO, null, null, List.of()));
    }

    /** False if the wait was interrupted. */
    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
