package io.novacron.oncall.connectors.jaeger;

import static io.novacron.oncall.connectors.jaeger.Wire.present;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceIds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From wire records to traces; what is missing becomes empty, never a failure (traces guide §4). */
final class TraceMapper {

    private static final String UNKNOWN_SERVICE = "unknown-service";
    private static final Wire.WireProcess NO_PROCESS = new Wire.WireProcess(null, null);
    private static final long MICRO = 1_000;

    /** 64 bits: a negative number comes as an unsigned one. */
    private static final int BITS = 64;

    private TraceMapper() {}

    /** A trace may arrive in pieces; they become one. Newest first, by the start of the earliest span. */
    static List<Trace> traces(@Nullable List<Wire.@Nullable Piece> pieces) {
        Map<String, List<Wire.Piece>> byId = new LinkedHashMap<>();
        present(pieces)
                .forEach(piece -> byId.computeIfAbsent(TraceIds.normal(piece.traceID()), id -> new ArrayList<>())
                        .add(piece));
        return byId.values().stream()
                .map(TraceMapper::merged)
                .sorted(Comparator.comparingLong(TraceMapper::start).reversed().thenComparing(Trace::traceId))
                .toList();
    }

    private static Trace merged(List<Wire.Piece> pieces) {
        List<Span> spans = new ArrayList<>();
        Set<String> warnings = new LinkedHashSet<>();
        for (Wire.Piece piece : pieces) {
            present(piece.spans()).forEach(span -> spans.add(span(span, piece)));
            present(piece.warnings()).forEach(warnings::add);
        }
        return new Trace(pieces.getFirst().traceID(), spans, List.copyOf(warnings));
    }

    private static long start(Trace trace) {
        return trace.spans().stream().mapToLong(Span::start).min().orElse(Long.MIN_VALUE);
    }

    private static Span span(Wire.WireSpan span, Wire.Piece piece) {
        String traceId = span.traceID() == null ? piece.traceID() : span.traceID();
        Wire.WireProcess process = process(span, piece);
        return new Span(
                traceId,
                span.spanID(),
                or(process.serviceName(), UNKNOWN_SERVICE),
                or(span.operationName(), ""),
                nanos(span.startTime()),
                nanos(span.duration()),
                references(span, traceId),
                tags(span.tags()),
                tags(process.tags()),
                present(span.logs())
                        .map(log -> new SpanEvent(nanos(log.timestamp()), tags(log.fields())))
                        .toList(),
                present(span.warnings()).toList());
    }

    private static Wire.WireProcess process(Wire.WireSpan span, Wire.Piece piece) {
        if (span.process() != null) {
            return span.process();
        }
        Map<String, Wire.@Nullable WireProcess> processes = piece.processes();
        Wire.WireProcess named = processes == null || span.processID() == null ? null : processes.get(span.processID());
        return named == null ? NO_PROCESS : named;
    }

    /** The old field for the parent comes after all CHILD_OF, as the tree's rule wants it. */
    private static List<Reference> references(Wire.WireSpan span, String traceId) {
        List<Reference> references = new ArrayList<>();
        present(span.references())
                .map(TraceMapper::reference)
                .filter(Objects::nonNull)
                .forEach(references::add);
        String parent = or(span.parentSpanID(), "");
        boolean known = references.stream().anyMatch(reference -> TraceIds.same(reference.spanId(), parent));
        if (!known && !TraceIds.normal(parent).isEmpty()) {
            references.add(new Reference(Reference.Kind.CHILD_OF, traceId, parent));
        }
        return references;
    }

    /** A kind we do not know makes no parent and, since it says nothing we could show, no link. */
    private static @Nullable Reference reference(Wire.Ref ref) {
        String spanId = ref.spanID();
        if (spanId == null) {
            return null;
        }
        String traceId = or(ref.traceID(), "");
        return switch (or(ref.refType(), "")) {
            case "CHILD_OF" -> new Reference(Reference.Kind.CHILD_OF, traceId, spanId);
            case "FOLLOWS_FROM" -> new Reference(Reference.Kind.FOLLOWS_FROM, traceId, spanId);
            default -> null;
        };
    }

    private static List<Tag> tags(@Nullable List<Wire.@Nullable WireTag> tags) {
        return present(tags)
                .map(tag -> new Tag(or(tag.key(), ""), or(tag.type(), ""), or(tag.value(), "")))
                .toList();
    }

    /** Saturating; a number with the highest of 64 bits set is a negative one that was sent unsigned. */
    private static long nanos(@Nullable BigInteger micros) {
        if (micros == null) {
            return 0;
        }
        if (micros.bitLength() > BITS) {
            return micros.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        long value = micros.longValue();
        if (value > Long.MAX_VALUE / MICRO) {
            return Long.MAX_VALUE;
        }
        return value < Long.MIN_VALUE / MICRO ? Long.MIN_VALUE : value * MICRO;
    }

    private static String or(@Nullable String text, String instead) {
        return text == null || text.isBlank() ? instead : text;
    }
}
