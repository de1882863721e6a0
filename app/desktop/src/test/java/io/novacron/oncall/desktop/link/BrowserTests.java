package io.novacron.oncall.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserTests {

    private static final String ADDRESS = "https://wiki.example/a?b=c&d=$(id)";

    @Test
    void theAddressIsOneArgumentOfTheOpenerOfEachSystem() {
        assertThat(Browser.command("Linux", ADDRESS)).containsExactly("xdg-open", ADDRESS);
        assertThat(Browser.command("Mac OS X", ADDRESS)).containsExactly("open", ADDRESS);
        assertThat(Browser.command("Windows 11", ADDRESS))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", ADDRESS);
    }
}
