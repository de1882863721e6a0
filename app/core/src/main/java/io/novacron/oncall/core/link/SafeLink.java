package io.novacron.oncall.core.link;

import io.novacron.oncall.core.text.Visible;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The judgement on a link that came from outside (reliability guide §6): only http and https, no user info, at most 8 KB;
 * everything else stays text. Pure.
 */
public sealed interface SafeLink {

    /** The longest address that is opened, in characters. */
    int LONGEST = 8192;

    /**
     * May be opened once the operator agreed to its host.
     *
     * @param host as the network sees it: lower case, punycode
     */
    record Safe(URI uri, String host) implements SafeLink {}

    /**
     * Stays text.
     *
     * @param why begins with "not opened:", safe to show
     */
    record Refused(String why) implements SafeLink {}

    /** Judges an address as it stands in an annotation. */
    static SafeLink judge(String text) {
        String address = text.strip();
        if (address.length() > LONGEST) {
            return new Refused("not opened: longer than " + LONGEST + " characters");
        }
        if (Visible.suspicious(address)) {
            return new Refused("not opened: hidden characters in the address");
        }
        String scheme = scheme(address);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Refused(
                    scheme.isEmpty() ? "not opened: no scheme" : "not opened: scheme " + Visible.line(scheme, 20));
        }
        return parsed(address);
    }

    /**
     * True where a text is meant as an address, safe or not: {@code scheme:…} without a blank, {@code //host} or
     * {@code \\host}. A host with its port is none.
     */
    static boolean meant(String text) {
        String address = text.strip();
        if (address.startsWith("//") || address.startsWith("\\\\")) {
            return true;
        }
        int after = scheme(address).length() + 1;
        boolean tail = after > 1 && after < address.length() && !Character.isDigit(address.charAt(after));
        return tail && address.chars().noneMatch(Character::isWhitespace);
    }

    private static SafeLink parsed(String address) {
        int from = address.indexOf("//");
        if (from != address.indexOf(':') + 1) {
            return new Refused("not opened: no host");
        }
        int start = from + 2;
        int end = start;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(start, end);
        if (authority.indexOf('@') >= 0) {
            return new Refused("not opened: user name in the address");
        }
        if (authority.indexOf('\\') >= 0 || authority.indexOf('%') >= 0) {
            return new Refused("not opened: no valid host");
        }
        int colon = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.lastIndexOf(':');
        String name = colon > 0 ? authority.substring(0, colon) : authority;
        String port = colon > 0 ? authority.substring(colon) : "";
        try {
            String host = name.startsWith("[") ? name : IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            host = host.toLowerCase(Locale.ROOT);
            URI uri =
                    new URI(address.substring(0, start) + host + port + address.substring(end)).parseServerAuthority();
            return uri.getHost() == null ? new Refused("not opened: no host") : new Safe(uri, host);
        } catch (IllegalArgumentException | URISyntaxException e) {
            return new Refused("not opened: no valid address");
        }
    }

    private static String scheme(String address) {
        int end = 0;
        while (end < address.length() && schemeCharacter(address.charAt(end))) {
            end++;
        }
        boolean ends = end > 0 && end < address.length() && address.charAt(end) == ':';
        return ends ? address.substring(0, end).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean schemeCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0;
    }
}
