package io.novacron.oncall.demo.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.FloatField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Queries of one field by its type. What does not fit the type is an {@link IllegalArgumentException} or a
 * {@link java.time.DateTimeException}, for the caller to pass on or to take for "no document".
 */
record FieldQueries(Instant now, QueryTimeout timeout) {

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Goes on while there is time: clauses with many stars are slow to prepare. @throws OutOfTime once there is none */
    void inTime() {
        if (timeout.shouldExit()) {
            throw new OutOfTime();
        }
    }

    /** One end of a range. */
    record End(String value, boolean inclusive) {}

    /** A value, of a text its words; null where a text has none. */
    @Nullable
    Query value(Field field, String value, BooleanClause.Occur words) {
        return switch (field.type()) {
            case TEXT -> words(field, value, words);
            case KEYWORD -> new TermQuery(new Term(field.name(), value));
            case BOOLEAN -> flag(field, value);
            case LONG, FLOAT, DOUBLE, DATE, DATE_NANOS -> range(field, new End(value, true), new End(value, true));
        };
    }

    /** Words next to each other in a text, else the value; null where a text has no words. */
    @Nullable
    Query phrase(Field field, String value, int slop) {
        if (field.type() != FieldType.TEXT) {
            return value(field, value, BooleanClause.Occur.MUST);
        }
        List<Word> words = analysed(field, value);
        if (words.size() <= 1) {
            return words.isEmpty()
                    ? null
                    : new TermQuery(new Term(field.name(), words.getFirst().text()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        words.forEach(word -> phrase.add(new Term(field.name(), word.text()), word.position()));
        return phrase.build();
    }

    /** Without an end it is open there. */
    Query range(Field field, @Nullable End from, @Nullable End to) {
        return switch (field.type()) {
            case TEXT, KEYWORD, BOOLEAN -> terms(field, from, to);
            case LONG -> longs(field, from, to);
            case FLOAT -> {
                float low = from == null ? Float.NEGATIVE_INFINITY : Float.parseFloat(from.value());
                float high = to == null ? Float.POSITIVE_INFINITY : Float.parseFloat(to.value());
                yield FloatField.newRangeQuery(
                        field.name(),
                        from == null || from.inclusive() ? low : Math.nextUp(low),
                        to == null || to.inclusive() ? high : Math.nextDown(high));
            }
            case DOUBLE -> {
                double low = from == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(from.value());
                double high = to == null ? Double.POSITIVE_INFINITY : Double.parseDouble(to.value());
                yield DoubleField.newRangeQuery(
                        field.name(),
                        from == null || from.inclusive() ? low : Math.nextUp(low),
                        to == null || to.inclusive() ? high : Math.nextDown(high));
            }
            case DATE -> dates(field, from, to, NANOS_PER_MILLI);
            case DATE_NANOS -> dates(field, from, to, 1);
        };
    }

    /** What a term of the field's index looks like: words of a text are in lower case. */
    static String normal(Field field, String value) {
        return field.type() == FieldType.TEXT
                ? StoredIndex.WORDS.normalize(field.name(), value).utf8ToString()
                : value;
    }

    private static Query terms(Field field, @Nullable End from, @Nullable End to) {
        return new TermRangeQuery(
                field.name(),
                from == null ? null : new BytesRef(stored(field, from.value())),
                to == null ? null : new BytesRef(stored(field, to.value())),
                from == null || from.inclusive(),
                to == null || to.inclusive());
    }

    private static String stored(Field field, String value) {
        return field.type() == FieldType.BOOLEAN
                ? Documents.bool(value) ? Documents.TRUE : Documents.FALSE
                : normal(field, value);
    }

    private static Query flag(Field field, String value) {
        return new TermQuery(new Term(field.name(), stored(field, value)));
    }

    private static Query longs(Field field, @Nullable End from, @Nullable End to) {
        BigDecimal low = from == null ? null : new BigDecimal(from.value());
        BigDecimal high = to == null ? null : new BigDecimal(to.value());
        long least = low == null
                ? Long.MIN_VALUE
                : low.setScale(0, RoundingMode.CEILING).longValueExact();
        long most = high == null
                ? Long.MAX_VALUE
                : high.setScale(0, RoundingMode.FLOOR).longValueExact();
        if (from != null
                && low != null
                && !from.inclusive()
                && low.stripTrailingZeros().scale() <= 0) {
            least = Math.addExact(least, 1);
        }
        if (to != null
                && high != null
                && !to.inclusive()
                && high.stripTrailingZeros().scale() <= 0) {
            most = Math.subtractExact(most, 1);
        }
        return between(field, least, most);
    }

    /** Open ends round so that nothing of what they name is inside, closed ones so that all of it is. */
    private Query dates(Field field, @Nullable End from, @Nullable End to, long step) {
        long least = Long.MIN_VALUE;
        if (from != null) {
            long named = floor(DateMath.parse(from.value(), !from.inclusive(), now), step);
            least = from.inclusive() ? named : after(named, step);
        }
        long most = Long.MAX_VALUE;
        if (to != null) {
            long named = floor(DateMath.parse(to.value(), to.inclusive(), now), step);
            most = to.inclusive() ? named : after(named, -step);
        }
        return between(field, least, most);
    }

    private static long floor(Instant time, long step) {
        return Dates.nanos(step == 1 ? time : time.truncatedTo(ChronoUnit.MILLIS));
    }

    private static long after(long value, long step) {
        boolean atEdge = step > 0 ? value > Long.MAX_VALUE - step : value < Long.MIN_VALUE - step;
        return atEdge ? value : value + step;
    }

    private static Query between(Field field, long least, long most) {
        return least > most
                ? new MatchNoDocsQuery("nothing lies between")
                : LongField.newRangeQuery(field.name(), least, most);
    }

    private static @Nullable Query words(Field field, String value, BooleanClause.Occur occur) {
        List<Word> words = analysed(field, value);
        if (words.size() <= 1) {
            return words.isEmpty()
                    ? null
                    : new TermQuery(new Term(field.name(), words.getFirst().text()));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(new TermQuery(new Term(field.name(), word.text())), occur));
        return any.build();
    }

    private record Word(String text, int position) {}

    private static List<Word> analysed(Field field, String value) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = StoredIndex.WORDS.tokenStream(field.name(), value)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                position += step.getPositionIncrement();
                words.add(new Word(term.toString(), position));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
