package io.novacron.oncall.connectors.prometheus;

import io.novacron.oncall.core.metric.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The {@code result} of a query: a list of series, or one bare sample (scalar, string). Told apart by its first element,
 * because {@code resultType} may come later.
 */
@JsonDeserialize(using = ResultWire.Reader.class)
record ResultWire(List<SeriesWire> series, @Nullable Point bare) {

    /** Instant queries fill {@code value}, ranges {@code values}; native histograms go to keys of their own. */
    record SeriesWire(
            @Nullable Map<String, @Nullable String> metric,
            @Nullable Sample value,
            @Nullable List<@Nullable Sample> values,
            @Nullable Skipped histogram,
            @Nullable Skipped histograms) {

        boolean hasHistogram() {
            return histogram != null || histograms != null;
        }
    }

    /** {@code [seconds, "text"]}. */
    @JsonDeserialize(using = SampleReader.class)
    record Sample(Point point) {}

    /** Something that is there, however large, and is not read. */
    @JsonDeserialize(using = SkippedReader.class)
    record Skipped() {}

    static final class Reader extends ValueDeserializer<ResultWire> {
        @Override
        public ResultWire deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return context.reportInputMismatch(ResultWire.class, "the result is no list");
            }
            List<SeriesWire> series = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                series.add(context.readValue(parser, SeriesWire.class));
            }
            if (parser.currentToken() == JsonToken.END_ARRAY) {
                return new ResultWire(series, null);
            }
            return new ResultWire(series, sample(parser, context));
        }
    }

    static final class SampleReader extends ValueDeserializer<Sample> {
        @Override
        public Sample deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return context.reportInputMismatch(Sample.class, "a sample is no pair");
            }
            parser.nextToken();
            return new Sample(sample(parser, context));
        }
    }

    static final class SkippedReader extends ValueDeserializer<Skipped> {
        @Override
        public Skipped deserialize(JsonParser parser, DeserializationContext context) {
            parser.skipChildren();
            return new Skipped();
        }
    }

    private static Point sample(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isNumeric()) {
            return context.reportInputMismatch(Sample.class, "the time of a sample is no number");
        }
        double time = parser.getDoubleValue();
        if (!parser.nextToken().isScalarValue()) {
            return context.reportInputMismatch(Sample.class, "the value of a sample is no text");
        }
        String text = parser.getString();
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            return context.reportInputMismatch(Sample.class, "a sample is no pair");
        }
        return new Point(time, text);
    }
}
