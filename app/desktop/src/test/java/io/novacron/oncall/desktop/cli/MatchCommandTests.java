package io.novacron.oncall.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.desktop.cli.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void aLineOfABatchThatIsNotUtf8IsABadLineAndNotAnotherText() throws IOException {
        String questions = """
                {"matchers":["a=x"],"labels":{"a":"ÿ"}}
                {"matchers":["a=x"],"labels":{"a":"x"}}
                """;
        Path file = Files.write(folder.resolve("questions.jsonl"), questions.getBytes(StandardCharsets.ISO_8859_1));
        List<String> lines = new Shell(folder)
                .run("match", "--batch", file.toString())
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(Json.read(lines.getFirst()).path("error").path("text").asString())
                .contains("not UTF-8");
        assertThat(Json.read(lines.getLast()).path("matches").asBoolean()).isTrue();
    }

    @Test
    void whichOfSeveralMatchersIsWrongIsNamed() {
        Shell.Ran ran = new Shell(folder).run("match", "--matcher", "a=b", "--matcher", "c=~\"(\"", "--labels", "a=b");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("\"c=~\"(\"\", column 4");
    }

    @Test
    void aBatchTakesNoMatchersAndLabelsBesideItsLines() {
        for (String beside : List.of("--matcher", "--labels")) {
            Shell.Ran ran = new Shell(folder).run("match", "--batch", "-", beside, "a=b");
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("leave out");
        }
    }

    @Test
    void anArgumentThatTheLocaleMangledIsToldFromOneThatHasTheSignItself() {
        assertThat(CommandLines.mangled("ANSI_X3.4-1968", "match", "a=\ufffd\ufffd"))
                .isEqualTo("a=\ufffd\ufffd");
        assertThat(CommandLines.mangled("ANSI_X3.4-1968", "match", "a=b")).isNull();
        assertThat(CommandLines.mangled("UTF-8", "match", "a=\ufffd")).isNull();
    }
}
