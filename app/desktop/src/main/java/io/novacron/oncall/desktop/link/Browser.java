package io.novacron.oncall.desktop.link;

import io.novacron.oncall.core.link.LinkOpener;
import io.novacron.oncall.core.link.SafeLink;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser of this desktop. The address is one argument of a program, no shell ever reads it. */
public final class Browser implements LinkOpener {

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final int PATIENCE_SECONDS = 5;

    @Override
    public boolean open(SafeLink.Safe link) {
        try {
            Process process = new ProcessBuilder(command(
                            System.getProperty("os.name", ""), link.uri().toASCIIString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // some openers stay as long as the browser does
            return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            LOG.warn("No browser took a link to {}", link.host(), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static List<String> command(String osName, String address) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(os.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
