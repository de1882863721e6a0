package io.novacron.oncall.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.desktop.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTests {

    @TempDir
    Path folder;

    @Test
    void yesIsZeroAndNoIsOne() {
        Shell shell = new Shell(folder);
        Shell.Ran yes = shell.run("match", "--matcher", "a=~\"b.*\"", "--labels", "a=bc,d=e", "--json");
        assertThat(yes.exit()).isZero();
        assertThat(yes.out())
                .isEqualTo("{\"matches\":true,\"matchers\":[{\"name\":\"a\",\"op\":\"=~\",\"value\":\"b.*\"}]}\n");
        assertThat(shell.run("match", "--matcher", "a!=b", "--labels", "a=b").exit())
                .isEqualTo(1);
    }

    @Test
    void aMatcherThatCannotBeReadIsOneDocumentWithItsColumn() {
        Shell.Ran ran = new Shell(folder).run("match", "--matcher", "a=\"b", "--labels", "a=b", "--json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().path("error").path("column").asInt()).isEqualTo(3);
        assertThat(ran.json().path("error").path("text").asString()).isNotEmpty();
        assertThat(ran.err()).contains("column 3");
    }

    @Test
    void aBatchAnswersLineByLineAndABadLineDoesNotEndIt() throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), """
                {"matchers":["a=\\"b\\""],"labels":{"a":"b"},"dialect":"classic"}
                not json
                {"matchers":["a=~\\"(\\""],"labels":{}}
                {"matchers":["a=\\"b\\""],"labels":{},"dialect":"old"}
                {"matchers":[],"labels":{"a":1}}
                {"matchers":["a=\\"b\\""],"labels":{}}
                """);
        Shell.Ran ran = new Shell(folder).run("match", "--batch", questions.toString());
        assertThat(ran.exit()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(Json.read(lines.get(0)).path("matches").asBoolean()).isTrue();
        for (int bad = 1; bad <= 4; bad++) {
            assertThat(Json.read(lines.get(bad)).path("error").path("text").asString())
                    .as("line %d", bad)
                    .isNotEmpty();
        }
        assertThat(Json.read(lines.get(5)).path("matches").asBoolean(true)).isFalse();
    }

    @Test
    void labelsWithCommasStandInQuotes() throws Stop {
        assertThat(Texts.labels("a=\"x,\\\"y\\\"\",b=,c=d=e").byName())
                .containsEntry("a", "x,\"y\"")
                .containsEntry("b", "")
                .containsEntry("c", "d=e");
    }
}
