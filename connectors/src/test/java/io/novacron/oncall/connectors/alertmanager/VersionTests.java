package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTests {

    @ParameterizedTest
    @CsvSource({"0.25.0,0,25", "0.28.0-rc.1,0,28", "v0.34.2,0,34", "1.0,1,0", "0.32.0+vendor,0,32"})
    void aReleaseIsReadWhateverFollowsItsMinor(String text, int major, int minor) {
        assertThat(Version.of(text)).isEqualTo(new Version(major, minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "main", "vendor-9", "0.", ".34", "-1.34", "0.x", "0.99999999999", "٠.٣٤"})
    void whatCannotBeReadCountsAsTheOldest(String text) {
        assertThat(Version.of(text).groupsAreEnough()).isFalse();
        assertThat(Version.of(text).keepsAnnotations()).isFalse();
    }

    @Test
    void dialectsChangeAtTheReleasesOfTheGuide() {
        assertThat(Version.of("0.27.0").groupsAreEnough()).isFalse();
        assertThat(Version.of("0.28.0").groupsAreEnough()).isTrue();
        assertThat(Version.of("0.31.1").keepsAnnotations()).isFalse();
        assertThat(Version.of("0.32.0").keepsAnnotations()).isTrue();
        assertThat(Version.of("1.0.0").keepsAnnotations()).isTrue();
    }
}
