package io.novacron.oncall.differential;

import io.novacron.oncall.demo.log.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Query strings as users type them, made of what the documents say. */
final class LogSearches {

    /** What a generator seldom hits on. */
    private static final List<String> SPECIAL = List.of(
            "",
            "*",
            "*:*",
            "_exists_:trace.id",
            "NOT _exists_:trace.id",
            "error",
            "_exists_:error",
            "nosuchfield:x",
            "n:7",
            "n:>=7",
            "n:[1 TO 500]",
            "n:{7 TO *}",
            "n:<0",
            "f:1.5",
            "f:[-1 TO 2}",
            "f:>1.4",
            "ok:true",
            "ok:false OR ok:true",
            "ok:nonsense",
            "when:2026-11-19",
            "when:[2026-11-19 TO 2026-11-20]",
            "when:{2026-11-19 TO 2026-11-20}",
            "when:>2026-11-19",
            "when:2026-11-20\\|\\|\\/d",
            "@timestamp:[2026-11-20T10:00:05 TO 2026-11-20T10:00:06}",
            "@timestamp:\"2026-11-20T10:00:08Z\"",
            "2026",
            "500",
            "-500",
            "true",
            "café",
            "naïve AND ünïcode",
            "東京",
            "it's",
            "\"second line\"",
            "\"line second\"~3",
            "nova-cron_2.log",
            "\"a.b.c\"",
            "10.1.2.3",
            "x@y.z",
            "\\/var\\/lib\\/nova*",
            "message:\\*",
            "deep.er.still:yes",
            "deep.\\*:yes",
            "_exists_:deep",
            "quoted:\"say \\\"hi\\\"\"",
            "_index:agree-odd",
            "storag~",
            "sotrage~1",
            "strage~2 AND slow",
            "/sto.*ge/",
            "message:/t[io]me.*/",
            "log.level:/WAR.+/",
            "http.response.status_code:[500 TO 599]",
            "http.response.status_code:>=500 OR slow",
            "event.duration:>1000000000",
            "event.duration:[* TO 500000]",
            "service.\\*:storage",
            "service.name:(storage OR api)",
            "service.name:(+storage -api)",
            "(slow OR failed) AND NOT log.level:INFO",
            "slow^2 failed",
            "-log.level:INFO",
            "NOT (log.level:INFO OR log.level:DEBUG)",
            "message:(slow write)",
            "message:slow write",
            "service.name:storage api",
            "log.level:warn",
            "log.level.keyword:WARN",
            "\"...\"",
            "--- slow",
            "? AND slow",
            "vm-?????? AND slow",
            "level:(",
            "\"open",
            "a AND",
            "[1 TO");

    private final Random random;
    private final List<LogLine> lines;

    LogSearches(long seed, List<LogLine> lines) {
        this.random = new Random(seed);
        this.lines = lines;
    }

    List<String> queries(int generated) {
        List<String> queries = new ArrayList<>(SPECIAL);
        for (int i = 0; i < generated; i++) {
            queries.add(random.nextInt(3) == 0 ? clause() + joint() + clause() : clause());
        }
        return queries;
    }

    private String joint() {
        return pick(List.of(" ", " AND ", " OR ", " AND NOT ", " && ", " || ", " +", " -"));
    }

    private String clause() {
        LogLine line = pick(lines);
        List<String> words = words(line);
        return switch (random.nextInt(11)) {
            case 0 -> pick(words);
            case 1 -> pick(words) + " " + pick(words(pick(lines)));
            case 2 -> "\"" + phrase(words) + "\"";
            case 3 -> head(pick(words)) + "*";
            case 4 -> "*" + pick(words).substring(1);
            case 5 -> "message:" + pick(words).toUpperCase(Locale.ROOT);
            case 6 -> "message:" + starred(pick(words));
            case 7 -> field(line);
            case 8 -> "(" + field(line) + joint() + field(pick(lines)) + ")";
            case 9 -> field(line) + joint() + pick(words);
            default -> "message:[" + head(pick(words)) + " TO " + pick(words) + "z]";
        };
    }

    private String field(LogLine line) {
        List<Map.Entry<String, Object>> plain = line.fields().entrySet().stream()
                .filter(field ->
                        !field.getKey().equals("message") && !field.getKey().equals("error.stack_trace"))
                .toList();
        Map.Entry<String, Object> field = pick(plain);
        String value = field.getValue().toString();
        return field.getKey() + ":" + (random.nextInt(4) == 0 ? escaped(head(value)) + "*" : "\"" + value + "\"");
    }

    private static List<String> words(LogLine line) {
        List<String> words = new ArrayList<>();
        for (String word : String.valueOf(line.fields().get("message")).split("[^A-Za-z0-9]+", -1)) {
            if (word.length() > 2 && !List.of("AND", "NOT").contains(word.toUpperCase(Locale.ROOT))) {
                words.add(word);
            }
        }
        return words.isEmpty() ? List.of("slow") : words;
    }

    private String phrase(List<String> words) {
        int from = random.nextInt(words.size());
        return String.join(" ", words.subList(from, Math.min(words.size(), from + 1 + random.nextInt(3))));
    }

    private String starred(String word) {
        return word.charAt(0) + "*" + word.charAt(word.length() - 1) + (random.nextBoolean() ? "*" : "");
    }

    private static String head(String word) {
        return word.substring(0, Math.max(1, word.length() / 2));
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            escaped.append(Character.isLetterOrDigit(c) ? "" : "\\").append(c);
        }
        return escaped.toString();
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
