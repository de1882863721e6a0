package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;

/** Refusals of a search, told by what is to be changed. */
final class QueryProblem {

    private static final String PARSE = "Failed to parse query";

    private QueryProblem() {}

    /** A query that cannot be parsed is named as such, with the backend's reason. */
    static <T> Fetched<T> named(Fetched<T> fetched) {
        if (fetched instanceof Fetched.Failure<T>(SourceError.Rejected(String host, int status, String text))
                && text.contains(PARSE)) {
            return Fetched.failure(new SourceError.Rejected(host, status, "parse error of the query: " + text));
        }
        return fetched;
    }

    /** True if the answer was refused, or some shards failed, because of this field. */
    static boolean blames(Fetched<SearchReply> fetched, String field) {
        return switch (fetched) {
            case Fetched.Answer<SearchReply>(SearchReply reply, var _) ->
                Incomplete.reasons(reply).stream().anyMatch(reason -> reason.contains(field));
            case Fetched.Failure<SearchReply>(SourceError error) ->
                error instanceof SourceError.Rejected(String _, int _, String text)
                        && text.contains(field)
                        && !text.contains(PARSE);
        };
    }
}
