package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.demo.alertmanager.silence.SilencePost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a posted silence: first every field by its type, then what is missing, named in the server's order. */
final class SilenceBody {

    private static final String BODY = "silence";

    /** A matcher of which nothing is known to be there. */
    private record Raw(
            @Nullable String name,
            @Nullable String value,
            @Nullable Boolean isRegex,
            @Nullable Boolean isEqual) {}

    private SilenceBody() {}

    static SilencePost read(String text) throws BodyRefused {
        Fields fields = Fields.of(BODY, Fields.parsed(BODY, text));
        String id = fields.text("id");
        SortedMap<String, String> annotations = fields.labels("annotations");
        List<Raw> raw = raw(fields);
        String comment = fields.text("comment");
        String createdBy = fields.text("createdBy");
        Instant endsAt = fields.time("endsAt");
        Instant startsAt = fields.time("startsAt");
        String saidComment = required(comment, "comment");
        String saidBy = required(createdBy, "createdBy");
        Instant end = required(endsAt, "endsAt");
        List<Matcher> matchers = matchers(fields, raw);
        return new SilencePost(
                id == null ? "" : id, matchers, required(startsAt, "startsAt"), end, saidBy, saidComment, annotations);
    }

    private static List<Raw> raw(Fields fields) throws BodyRefused {
        JsonNode list = fields.object().path("matchers");
        if (fields.has("matchers") && !list.isArray()) {
            throw BodyRefused.unreadable(BODY, "json: cannot read " + list.getNodeType() + " as a list");
        }
        List<Raw> raw = new ArrayList<>();
        for (JsonNode node : list) {
            Fields matcher = Fields.of(BODY, node);
            raw.add(new Raw(
                    matcher.text("name"), matcher.text("value"), matcher.flag("isRegex"), matcher.flag("isEqual")));
        }
        return raw;
    }

    private static List<Matcher> matchers(Fields fields, List<Raw> raw) throws BodyRefused {
        if (!fields.has("matchers")) {
            throw BodyRefused.missing("matchers");
        }
        if (raw.isEmpty()) {
            throw BodyRefused.empty("matchers");
        }
        List<Matcher> matchers = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Raw one = raw.get(i);
            String at = "matchers." + i + ".";
            boolean isRegex = required(one.isRegex, at + "isRegex");
            String name = required(one.name, at + "name");
            String value = required(one.value, at + "value");
            // a missing isEqual is true (alerts guide S10)
            matchers.add(new Matcher(name, Matcher.Op.of(one.isEqual == null || one.isEqual, isRegex), value));
        }
        return matchers;
    }

    private static <T> T required(@Nullable T value, String field) throws BodyRefused {
        if (value == null) {
            throw BodyRefused.missing(field);
        }
        return value;
    }
}
