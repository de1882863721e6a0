package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a posted list of alerts. What has the wrong shape is refused as a whole, before any alert is looked at. */
final class AlertBody {

    private static final String BODY = "alerts";

    private AlertBody() {}

    static List<PostedAlert> read(String text) throws BodyRefused {
        JsonNode list = Fields.parsed(BODY, text);
        if (!list.isArray() && !list.isNull()) {
            throw BodyRefused.unreadable(BODY, "json: cannot read " + list.getNodeType() + " as a list");
        }
        List<PostedAlert> alerts = new ArrayList<>(list.size());
        for (JsonNode node : list) {
            Fields fields = Fields.of(BODY, node);
            alerts.add(new PostedAlert(
                    new Labels(fields.labels("labels")),
                    fields.labels("annotations"),
                    fields.givenTime("startsAt"),
                    fields.givenTime("endsAt"),
                    orEmpty(fields.text("generatorURL"))));
        }
        for (int i = 0; i < alerts.size(); i++) {
            check(new Fields(BODY, list.path(i)), alerts.get(i), i);
        }
        return alerts;
    }

    private static void check(Fields fields, PostedAlert alert, int index) throws BodyRefused {
        if (!fields.has("labels")) {
            throw BodyRefused.missing(index + ".labels");
        }
        String url = alert.generatorUrl();
        try {
            if (!url.isEmpty() && !new URI(url).isAbsolute() && !url.startsWith("/")) {
                throw BodyRefused.notOfType(index + ".generatorURL", "uri", url);
            }
        } catch (URISyntaxException e) {
            // the server is lenient with what stands after the scheme
            if (url.indexOf(':') < 1) {
                throw BodyRefused.notOfType(index + ".generatorURL", "uri", url);
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
