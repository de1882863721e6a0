package io.novacron.oncall.demo.elasticsearch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.FloatField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Documents as Lucene keeps them. Times of both kinds are nanoseconds since 1970, those of kind {@code date} whole
 * milliseconds, so that indices of both kinds sort and range as one.
 */
final class Documents {

    static final String ID = "_id";
    static final String SOURCE = "_source";
    static final String SEQUENCE = "_seq_no";

    static final String TRUE = "T";
    static final String FALSE = "F";

    private Documents() {}

    /**
     * The document with all its fields.
     *
     * @param source the JSON as it was sent
     * @param content the same, read
     * @throws Refusal where a value does not fit its field
     */
    static Document document(Mapping mapping, String id, long sequence, byte[] source, Map<String, ?> content) {
        Document document = new Document();
        document.add(new StringField(ID, id, org.apache.lucene.document.Field.Store.YES));
        document.add(new StoredField(SOURCE, source));
        document.add(new NumericDocValuesField(SEQUENCE, sequence));
        object(mapping, "", content, document);
        return document;
    }

    private static void object(Mapping mapping, String prefix, Map<?, ?> content, Document into) {
        content.forEach((name, value) -> value(mapping, prefix + name, value, into));
    }

    private static void value(Mapping mapping, String path, @Nullable Object value, Document into) {
        switch (value) {
            case null -> {}
            case Map<?, ?> object -> object(mapping, path + ".", object, into);
            case List<?> list -> list.forEach(one -> value(mapping, path, one, into));
            default -> mapping.targets(path, value).forEach(field -> add(field, value, into));
        }
    }

    private static void add(Field field, Object value, Document into) {
        String name = field.name();
        String text = value.toString();
        try {
            switch (field.type()) {
                case TEXT -> into.add(new TextField(name, text, org.apache.lucene.document.Field.Store.NO));
                case KEYWORD -> {
                    if (text.length() <= field.ignoreAbove()) {
                        into.add(keyword(name, text));
                    }
                }
                case BOOLEAN -> into.add(keyword(name, bool(text) ? TRUE : FALSE));
                case LONG -> into.add(number(name, new BigDecimal(text).longValue()));
                case FLOAT ->
                    into.add(new FloatField(name, Float.parseFloat(text), org.apache.lucene.document.Field.Store.NO));
                case DOUBLE ->
                    into.add(
                            new DoubleField(name, Double.parseDouble(text), org.apache.lucene.document.Field.Store.NO));
                case DATE -> into.add(number(name, Dates.nanos(time(text).truncatedTo(ChronoUnit.MILLIS))));
                case DATE_NANOS -> into.add(number(name, Dates.nanos(time(text))));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.ofShard(
                    "mapper_parsing_exception",
                    "failed to parse field [" + name + "] of type ["
                            + field.type().word() + "]",
                    "illegal_argument_exception",
                    String.valueOf(e.getMessage()));
        }
    }

    private static Instant time(String text) {
        return Dates.parse(text, false);
    }

    private static LongField number(String name, long value) {
        return new LongField(name, value, org.apache.lucene.document.Field.Store.NO);
    }

    private static KeywordField keyword(String name, String value) {
        return new KeywordField(name, new BytesRef(value), org.apache.lucene.document.Field.Store.NO);
    }

    /** True or false as documents and queries write it. @throws IllegalArgumentException for anything else */
    static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false", "" -> false;
            default ->
                throw new IllegalArgumentException(
                        "Can't parse boolean value [" + text + "], expected [true] or [false]");
        };
    }
}
