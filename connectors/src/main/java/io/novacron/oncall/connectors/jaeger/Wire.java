package io.novacron.oncall.connectors.jaeger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The legacy dialect's JSON (traces guide §3). {@code data} may be null, but it must be there: an object without it is of
 * another API. Times are microseconds, sent as unsigned 64-bit numbers.
 */
final class Wire {

    private Wire() {}

    /** What every answer has beside its data. */
    interface Reply {

        @Nullable
        List<@Nullable Fault> errors();

        boolean isEmpty();

        default List<Fault> faults() {
            return present(errors()).toList();
        }
    }

    record Fault(int code, @Nullable String msg, @Nullable String traceID) {

        String text() {
            String said = msg == null || msg.isBlank() ? "error " + code : msg;
            return traceID == null || traceID.isBlank() ? said : said + " (trace " + traceID + ")";
        }
    }

    record Names(
            @JsonProperty(required = true) @Nullable List<@Nullable String> data,
            @Nullable List<@Nullable Fault> errors)
            implements Reply {

        @Override
        public boolean isEmpty() {
            return data == null;
        }
    }

    /** Names alone, or objects with a name and a span kind, by the way it was asked for. */
    record Operations(
            @JsonProperty(required = true) @Nullable List<@Nullable JsonNode> data,
            @Nullable List<@Nullable Fault> errors)
            implements Reply {

        @Override
        public boolean isEmpty() {
            return data == null;
        }
    }

    record Traces(
            @JsonProperty(required = true) @Nullable List<@Nullable Piece> data,
            @Nullable List<@Nullable Fault> errors) implements Reply {

        @Override
        public boolean isEmpty() {
            return data == null;
        }
    }

    record Calls(
            @JsonProperty(required = true) @Nullable List<@Nullable Call> data,
            @Nullable List<@Nullable Fault> errors) implements Reply {

        @Override
        public boolean isEmpty() {
            return data == null;
        }
    }

    record Call(@Nullable String parent, @Nullable String child, long callCount) {}

    /** A trace, or a part of one. */
    record Piece(
            String traceID,
            @Nullable List<@Nullable WireSpan> spans,
            @Nullable Map<String, @Nullable WireProcess> processes,
            @Nullable List<@Nullable String> warnings) {}

    record WireProcess(
            @Nullable String serviceName, @Nullable List<@Nullable WireTag> tags) {}

    record WireSpan(
            @Nullable String traceID,
            String spanID,
            @Nullable String parentSpanID,
            @Nullable String operationName,
            @Nullable List<@Nullable Ref> references,
            @Nullable BigInteger startTime,
            @Nullable BigInteger duration,
            @Nullable List<@Nullable WireTag> tags,
            @Nullable List<@Nullable Log> logs,
            @Nullable String processID,
            @Nullable WireProcess process,
            @Nullable List<@Nullable String> warnings) {}

    record Ref(
            @Nullable String refType,
            @Nullable String traceID,
            @Nullable String spanID) {}

    record Log(@Nullable BigInteger timestamp, @Nullable List<@Nullable WireTag> fields) {}

    record WireTag(
            @Nullable String key,
            @Nullable String type,

            @JsonDeserialize(using = ExactText.class) @Nullable
            String value) {}

    /** The elements that are there. */
    static <T> Stream<T> present(@Nullable List<@Nullable T> list) {
        return list == null ? Stream.of() : list.stream().filter(Objects::nonNull);
    }
}
