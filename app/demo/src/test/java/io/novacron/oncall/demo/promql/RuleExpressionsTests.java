package io.novacron.oncall.demo.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The evaluator knows everything that the shipped rules use. */
class RuleExpressionsTests {

    @Test
    void everyExpressionOfTheShippedRulesCanBeReadAndEvaluated() throws IOException, URISyntaxException {
        Evaluation evaluation = new Evaluation((_, _, _) -> List.of());
        assertThat(expressions())
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(text -> assertThatCode(() -> evaluation.range(PromQl.parse(text), 0, 600_000, 60_000))
                        .as(text)
                        .doesNotThrowAnyException());
    }

    private static List<String> expressions() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(PromQl.class.getResource("/io/novacron/oncall/demo/rules"))
                .toURI());
        List<String> expressions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yml")).toList()) {
                JsonNode root = YAMLMapper.builder().build().readTree(Files.readString(file));
                root.path("groups")
                        .forEach(group -> group.path("rules")
                                .forEach(rule ->
                                        expressions.add(rule.path("expr").asString())));
            }
        }
        return expressions;
    }
}
