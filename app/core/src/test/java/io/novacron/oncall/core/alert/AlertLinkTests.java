package io.novacron.oncall.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertLinkTests {

    private static final String FINGERPRINT = "0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"eu-west", "eu west & co?cluster=x", "é/#%"})
    void aLinkMeansTheAlertOfItsOwnClusterAlone(String cluster) {
        AlertLink link = AlertLink.to(new AlertKey(cluster, FINGERPRINT));
        assertThat(AlertLink.read(link.text())).contains(link);
        assertThat(link.means(new AlertKey(cluster, FINGERPRINT))).isTrue();
        assertThat(link.means(new AlertKey("us", FINGERPRINT))).isFalse();
    }

    @Test
    void aLinkWithoutAClusterMeansAnyThatHasTheAlert() {
        AlertLink link = AlertLink.read("oncall://alert/0123456789ABCDEF").orElseThrow();
        assertThat(link.means(new AlertKey("eu", FINGERPRINT))).isTrue();
        assertThat(link.text()).isEqualTo("oncall://alert/" + FINGERPRINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://alert/0123456789abcdef",
                "oncall://alert/nope",
                "oncall://alert/0123456789abcdeg",
                "oncall://alert/0123456789abcdef?cluster=%zz",
                "oncall://alert/0123456789abcdef/x"
            })
    void whatIsNoLinkIsNone(String text) {
        assertThat(AlertLink.read(text)).isEmpty();
    }
}
