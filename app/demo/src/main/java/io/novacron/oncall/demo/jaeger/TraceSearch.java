package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.demo.http.Request;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is searched. All conditions hold of one span, bounds included; times are epoch ns.
 *
 * @param operation empty for any
 * @param min shortest span in ns, 0 for any
 * @param max longest span in ns, 0 for any
 * @param limit 0 or less for no limit
 */
record TraceSearch(
        String service, String operation, Map<String, String> tags, long min, long max, long from, long to, int limit) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};
    private static final long MICRO = 1_000;
    private static final long TWO_DAYS = 2L * 86_400 * 1_000_000_000;
    private static final int USUAL_LIMIT = 100;

    /**
     * Reads the query as Jaeger does.
     *
     * @param now epoch ns
     * @throws BadRequest in Jaeger's words
     */
    static TraceSearch of(Request request, long now) {
        String service = text(request, "service");
        long from = time(request, "start", now - TWO_DAYS);
        long to = time(request, "end", now);
        String limit = text(request, "limit");
        int most = limit.isEmpty() ? USUAL_LIMIT : Math.clamp(GoText.whole(limit), -1, Integer.MAX_VALUE);
        long min = duration(request, "minDuration");
        long max = duration(request, "maxDuration");
        Map<String, String> tags = new HashMap<>();
        for (String pair : request.all("tag")) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new BadRequest("malformed 'tag' parameter, expecting key:value, received: " + pair);
            }
            tags.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
        request.all("tags").forEach(json -> tags.putAll(tags(json)));
        if (service.isEmpty()) {
            throw new BadRequest("parameter 'service' is required");
        }
        if (min != 0 && max != 0 && max < min) {
            throw new BadRequest("'maxDuration' should be greater than 'minDuration'");
        }
        return new TraceSearch(service, text(request, "operation"), tags, min, max, from, to, most);
    }

    boolean full(int found) {
        return limit > 0 && found >= limit;
    }

    boolean finds(Span span) {
        return span.service().equals(service)
                && (operation.isEmpty() || span.operation().equals(operation))
                && (min == 0 || span.duration() >= min)
                && (max == 0 || span.duration() <= max)
                && span.start() >= from
                && span.start() <= to
                && tags.entrySet().stream().allMatch(tag -> has(span, tag.getKey(), tag.getValue()));
    }

    /** A tag of the span, of its process or of one of its events. */
    private static boolean has(Span span, String key, String value) {
        return has(span.tags(), key, value)
                || has(span.processTags(), key, value)
                || span.events().stream().anyMatch(event -> has(event.fields(), key, value));
    }

    private static boolean has(List<Tag> tags, String key, String value) {
        for (Tag tag : tags) {
            if (tag.key().equals(key) && asText(tag).equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** Whole numbers of the type float64 have no point when Jaeger compares them. */
    private static String asText(Tag tag) {
        if (tag.type().equals("float64") && tag.value().endsWith(".0")) {
            return new BigDecimal(tag.value()).toBigInteger().toString();
        }
        return tag.value();
    }

    private static Map<String, String> tags(String json) {
        try {
            return JSON.readValue(json, TAGS);
        } catch (JacksonException e) {
            throw new BadRequest("malformed 'tags' parameter, cannot unmarshal JSON: " + e.getOriginalMessage());
        }
    }

    private static long time(Request request, String name, long otherwise) {
        String micros = text(request, name);
        if (micros.isEmpty()) {
            return otherwise;
        }
        try {
            return Math.clamp(GoText.whole(micros), Long.MIN_VALUE / MICRO, Long.MAX_VALUE / MICRO) * MICRO;
        } catch (BadRequest e) {
            throw new BadRequest("unable to parse param '" + name + "': " + e.words());
        }
    }

    private static long duration(Request request, String name) {
        String text = text(request, name);
        try {
            return text.isEmpty() ? 0 : GoText.duration(text);
        } catch (BadRequest e) {
            throw new BadRequest("unable to parse param '" + name + "': " + e.words());
        }
    }

    private static String text(Request request, String name) {
        @Nullable String value = request.parameter(name);
        return value == null ? "" : value;
    }
}
