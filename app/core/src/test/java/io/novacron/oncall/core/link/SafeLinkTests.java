package io.novacron.oncall.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinkTests {

    @ParameterizedTest
    @CsvSource({
        "https://runbooks.example.com/a?b=c#d, runbooks.example.com",
        "HTTP://Example.COM:8080/x, example.com",
        "http://127.0.0.1:9090/graph, 127.0.0.1",
        "http://[::1]:9090/graph, [::1]",
        "https://bücher.example/weg, xn--bcher-kva.example",
        "https://gооgle.example/, xn--ggle-55da.example"
    })
    void aWebAddressIsSafeAndItsHostIsShownAsTheNetworkSeesIt(String address, String host) {
        assertThat(SafeLink.judge(address))
                .isInstanceOfSatisfying(
                        SafeLink.Safe.class, safe -> assertThat(safe.host()).isEqualTo(host));
    }

    @ParameterizedTest(name = "F88 a hostile link stays text: {0}, {1} [fake]")
    @CsvSource(
            delimiter = '|',
            value = {
                "javascript:alert(1)|not opened: scheme javascript",
                "data:text/html,x|not opened: scheme data",
                "file:///etc/passwd|not opened: scheme file",
                "ms-settings:privacy|not opened: scheme ms-settings",
                "search-ms:query=x|not opened: scheme search-ms",
                "//evil.example/share|not opened: no scheme",
                "\\\\evil.example\\share|not opened: no scheme",
                "runbooks.example.com/x|not opened: no scheme",
                "https://user:word@example.com/|not opened: user name in the address",
                "https://example.com@evil.example/|not opened: user name in the address",
                "https://example.com\\@evil.example/|not opened: user name in the address",
                "https://evil.example%2f.example.com/|not opened: no valid host",
                "https:example.com|not opened: no host",
                "https:///path|not opened: no host",
                "https://exa mple.com/|not opened: no valid address",
                "https://example.com:port/|not opened: no valid address"
            })
    void everythingElseStaysTextAndSaysWhy(String address, String why) {
        assertThat(SafeLink.judge(address)).isEqualTo(new SafeLink.Refused(why));
    }

    @Test
    void hiddenCharactersAndLongAddressesAreRefused() {
        assertThat(SafeLink.judge("https://example.com/\u202Egnp.exe")).isInstanceOf(SafeLink.Refused.class);
        assertThat(SafeLink.judge("https://example.com/a\nb")).isInstanceOf(SafeLink.Refused.class);
        assertThat(SafeLink.judge("https://example.com/" + "a".repeat(SafeLink.LONGEST)))
                .isInstanceOf(SafeLink.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example", "javascript:alert(1)", "//host/x", "\\\\host\\x"})
    void anAddressIsKnownAsOneEvenIfItIsNotOpened(String text) {
        assertThat(SafeLink.meant(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.1:9100", "node-1:9100", "Note: read this", "a/b", "12:30"})
    void wordsAndHostsWithPortsAreNoAddresses(String text) {
        assertThat(SafeLink.meant(text)).isFalse();
    }
}
