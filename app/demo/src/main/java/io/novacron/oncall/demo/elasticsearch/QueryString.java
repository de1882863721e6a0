package io.novacron.oncall.demo.elasticsearch;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's syntax with the meaning that the product's {@code query_string} gives it: every clause is made for each field it
 * names by that field's type, words next to each other are one value of a field that is not text, and what does not fit a
 * type finds nothing where the query is lenient.
 */
final class QueryString extends QueryParser {

    private static final String EXISTS = "_exists_";
    private static final String INDEX = "_index";
    private static final int LONGEST_REGEXP = 1_000;

    /** How a query is to be read, as the body says. */
    record Options(String defaultField, boolean and, boolean leadingWildcard, boolean lenient) {}

    private final String index;
    private final Mapping mapping;
    private final FieldQueries queries;
    private final Options options;

    QueryString(StoredIndex index, FieldQueries queries, Options options) {
        super(options.defaultField(), StoredIndex.WORDS);
        this.index = index.name();
        this.mapping = index.mapping();
        this.queries = queries;
        this.options = options;
        setAllowLeadingWildcard(options.leadingWildcard());
        setDefaultOperator(options.and() ? Operator.AND : Operator.OR);
        setSplitOnWhitespace(false);
        setFuzzyPrefixLength(0);
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
        if (quoted) {
            return getFieldQuery(field, text, getPhraseSlop());
        }
        if (field.equals(EXISTS)) {
            return exists(text);
        }
        for (String sign : List.of(">=", "<=", ">", "<")) {
            if (text.startsWith(sign)) {
                String end = text.substring(sign.length());
                return sign.startsWith(">")
                        ? getRangeQuery(field, end, "*", sign.length() > 1, true)
                        : getRangeQuery(field, "*", end, true, sign.length() > 1);
            }
        }
        BooleanClause.Occur words = options.and() ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
        return each(field, one -> queries.value(one, text, words), text);
    }

    @Override
    protected @Nullable Query getFieldQuery(String field, String text, int slop) {
        return field.equals(EXISTS) ? exists(text) : each(field, one -> queries.phrase(one, text, slop), text);
    }

    @Override
    protected @Nullable Query getRangeQuery(
            String field, @Nullable String from, @Nullable String to, boolean fromIncluded, boolean toIncluded) {
        FieldQueries.End low = end(from, fromIncluded);
        FieldQueries.End high = end(to, toIncluded);
        return each(field, one -> queries.range(one, low, high), "");
    }

    private static FieldQueries.@Nullable End end(@Nullable String value, boolean inclusive) {
        return value == null || value.equals("*") ? null : new FieldQueries.End(value, inclusive);
    }

    @Override
    protected @Nullable Query getPrefixQuery(String field, String prefix) {
        return each(
                field, one -> new PrefixQuery(new Term(textual(one), FieldQueries.normal(one, prefix))), prefix + "*");
    }

    @Override
    protected @Nullable Query getWildcardQuery(String field, String pattern) {
        if (pattern.equals("*")) {
            return field.equals("*") ? MatchAllDocsQuery.INSTANCE : exists(field);
        }
        return each(
                field,
                one -> new WildcardQuery(
                        new Term(textual(one), one.type() == FieldType.TEXT ? lower(one, pattern) : pattern)),
                pattern);
    }

    @Override
    protected @Nullable Query getRegexpQuery(String field, String expression) {
        if (expression.length() > LONGEST_REGEXP) {
            throw new IllegalArgumentException("The length of regex [" + expression.length()
                    + "] used in the [query_string] has exceeded the allowed maximum of [" + LONGEST_REGEXP + "].");
        }
        return each(
                field,
                one -> new RegexpQuery(new Term(textual(one), FieldQueries.normal(one, expression))),
                expression);
    }

    @Override
    protected @Nullable Query getFuzzyQuery(String field, String text, float edits) {
        return each(
                field,
                one -> new FuzzyQuery(new Term(textual(one), FieldQueries.normal(one, text)), (int) edits),
                text);
    }

    /** Without a number: none for up to two characters, one for up to five, else two. */
    @Override
    protected float getFuzzyDistance(Token slop, String text) {
        if (slop.image.length() > 1) {
            return Math.min(FuzzyQuery.defaultMaxEdits, Float.parseFloat(slop.image.substring(1)));
        }
        int length = text.codePointCount(0, text.length());
        return length < 3 ? 0 : length < 6 ? 1 : 2;
    }

    /** Clauses that only exclude leave everything else. */
    @Override
    protected @Nullable Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
        Query query = super.getBooleanQuery(clauses);
        if (query instanceof BooleanQuery bool
                && !bool.clauses().isEmpty()
                && bool.clauses().stream().allMatch(BooleanClause::isProhibited)) {
            BooleanQuery.Builder rest = new BooleanQuery.Builder();
            bool.clauses().forEach(rest::add);
            return rest.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
                    .build();
        }
        return query;
    }

    private Query exists(String field) {
        List<Query> found = fields(field).stream()
                .map(one -> (Query) new FieldExistsQuery(one.name()))
                .toList();
        if (found.isEmpty()) {
            found = mapping.below(field).stream()
                    .map(one -> (Query) new FieldExistsQuery(one.name()))
                    .toList();
        }
        return anyOf(found);
    }

    private @Nullable Query each(String field, Function<Field, @Nullable Query> make, String value) {
        if (field.equals(INDEX)) {
            return Wildcard.of(value).matches(index) ? MatchAllDocsQuery.INSTANCE : MatchNoDocsQuery.INSTANCE;
        }
        List<Field> fields = fields(field);
        if (fields.isEmpty()) {
            return new MatchNoDocsQuery("unmapped field [" + field + "]");
        }
        queries.inTime();
        List<Query> made = new ArrayList<>();
        fields.forEach(one -> made.add(lenient(one, make)));
        List<Query> clauses = made.stream().filter(Objects::nonNull).toList();
        return clauses.isEmpty() ? null : anyOf(clauses);
    }

    @SuppressWarnings("NullAway") // a clause that has no words is left out by the caller
    private Query lenient(Field field, Function<Field, @Nullable Query> make) {
        try {
            return make.apply(field);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            if (options.lenient()) {
                return new MatchNoDocsQuery("failed [" + field.name() + "] query, caused by " + e.getMessage());
            }
            throw e;
        }
    }

    private List<Field> fields(String name) {
        String plain = name.replace("\\", "");
        if (plain.contains("*")) {
            Wildcard wildcard = Wildcard.of(plain);
            return mapping.fields().stream()
                    .filter(field -> wildcard.matches(field.name()))
                    .toList();
        }
        if (plain.equals(Documents.ID)) {
            return List.of(new Field(Documents.ID, FieldType.KEYWORD));
        }
        Field field = mapping.field(plain);
        return field == null ? List.of() : List.of(field);
    }

    private static Query anyOf(List<Query> queries) {
        return switch (queries.size()) {
            case 0 -> new MatchNoDocsQuery("no such field");
            case 1 -> queries.getFirst();
            default -> new DisjunctionMaxQuery(queries, 0);
        };
    }

    private static String textual(Field field) {
        if (field.type() != FieldType.TEXT && field.type() != FieldType.KEYWORD) {
            throw new IllegalArgumentException(
                    "Can only use prefix queries on keyword, text and wildcard fields - not on [" + field.name()
                            + "] which is of type [" + field.type().word() + "]");
        }
        return field.name();
    }

    /** In lower case but for what is escaped. */
    private static String lower(Field field, String pattern) {
        StringBuilder normal = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' || c == '?' || c == '\\') {
                normal.append(FieldQueries.normal(field, plain.toString())).append(c);
                plain.setLength(0);
                if (c == '\\' && i + 1 < pattern.length()) {
                    normal.append(pattern.charAt(++i));
                }
            } else {
                plain.append(c);
            }
        }
        return normal.append(FieldQueries.normal(field, plain.toString())).toString();
    }
}
