package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.Receiver;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parameters of a GET. */
record Query(List<Matcher> filter, Matching labels, Matching receiver, Matching receiverLabels, Request request) {

    private static final Set<String> YES =
            Set.of("true", "1", "yes", "ok", "y", "on", "selected", "checked", "t", "enabled");

    /** What is wrong with a parameter. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private Refused(String message) {
            super(message);
        }

        Reply reply() {
            return Wire.refused(400, String.valueOf(getMessage()));
        }
    }

    static Query of(Request request) throws Refused {
        List<Matcher> filter = matchers(request, "filter", "");
        List<Matcher> receiver = new ArrayList<>();
        String name = request.parameter("receiver");
        if (name != null) {
            receiver.add(new Matcher("name", Matcher.Op.REGEX, name));
        }
        return new Query(
                filter,
                compiled(filter, ""),
                compiled(receiver, "failed to parse receiver param: "),
                compiled(
                        matchers(request, "receiver_matchers", "failed to parse receiver_matchers param: "),
                        "failed to parse receiver_matchers param: "),
                request);
    }

    /** Whether things of this kind are wanted: they are unless the parameter says no; any word but a few for yes says no. */
    boolean wants(String kind) {
        String value = request.parameter(kind);
        return value == null || value.isEmpty() || YES.contains(value.toLowerCase(Locale.ROOT));
    }

    boolean takes(Receiver one) {
        return receiver.matches(Labels.of(Map.of("name", one.name())))
                && receiverLabels.matches(new Labels(one.labels()));
    }

    private static List<Matcher> matchers(Request request, String parameter, String before) throws Refused {
        List<Matcher> matchers = new ArrayList<>();
        for (String text : request.all(parameter)) {
            try {
                matchers.add(MatcherParser.one(text, Dialect.FALLBACK));
            } catch (MatcherSyntaxException e) {
                throw new Refused(before + "bad matcher " + text + ": " + e.getMessage());
            }
        }
        return matchers;
    }

    private static Matching compiled(List<Matcher> matchers, String before) throws Refused {
        try {
            return Matching.of(matchers);
        } catch (MatcherSyntaxException e) {
            throw new Refused(before + e.getMessage());
        }
    }
}
