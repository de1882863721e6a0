package io.novacron.oncall.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceIdsTests {

    @Test
    void caseDashesAndLeadingZerosDoNotMatter() {
        assertThat(TraceIds.same("0000000000000000AB12", "ab12")).isTrue();
        assertThat(TraceIds.same("4bf92f35-77b3-4da6-a3ce-929d0e0e4736", "4BF92F3577B34DA6A3CE929D0E0E4736"))
                .isTrue();
        assertThat(TraceIds.same("ab12", "ab13")).isFalse();
    }

    @Test
    void anIdOfZerosIsNoId() {
        assertThat(TraceIds.normal("00000000000000000000000000000000")).isEmpty();
        assertThat(TraceIds.same("0000", "00")).isFalse();
        assertThat(TraceIds.same("", "")).isFalse();
    }

    @Test
    void theStoreIsAskedForAllThirtyTwoDigits() {
        assertThat(TraceIds.forStore("AB12")).isEqualTo("0000000000000000000000000000ab12");
        assertThat(TraceIds.forStore("4bf92f35-77b3-4da6-a3ce-929d0e0e4736"))
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void anIdThatIsNotHexadecimalStaysAsItCame() {
        assertThat(TraceIds.forStore("Order-17/Z")).isEqualTo("Order-17/Z");
        assertThat(TraceIds.forStore("१२")).isEqualTo("१२");
        assertThat(TraceIds.same("order-z", "ORDERZ")).isTrue();
    }
}
