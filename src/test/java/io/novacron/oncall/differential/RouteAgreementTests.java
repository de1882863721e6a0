package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.servers.ServerCache;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routing of generated label sets over generated trees, against {@code amtool config routes test} 0.34.2: receivers,
 * their order and their duplicates. Each question is a process of its own, so the usual run asks some hundred;
 * {@code -Doncall.route.sets=50} asks 1 200.
 */
class RouteAgreementTests {

    private static final Logger LOG = LoggerFactory.getLogger(RouteAgreementTests.class);
    private static final long SEED = 20_261_122;
    private static final int TREES = 24;
    private static final int SETS = Integer.getInteger("oncall.route.sets", 42);

    @TempDir
    Path folder;

    @Test
    void everyAlertIsToldToTheReceiversThatAmtoolNames()
            throws IOException, ConfigException, InterruptedException, ExecutionException {
        String amtool = ServerCache.tool(Servers.ALERTMANAGER_0_34, "amtool").toString();
        RouteTrees trees = new RouteTrees(SEED);
        List<String> ours = new ArrayList<>();
        List<Future<String>> theirs = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int tree = 0; tree < TREES; tree++) {
                String yaml = trees.config();
                Path file = Files.writeString(folder.resolve(tree + ".yml"), yaml);
                Routing routing = Routing.of(yaml);
                for (int set = 0; set < SETS; set++) {
                    Map<String, String> labels = trees.labels();
                    List<String> command =
                            new ArrayList<>(List.of(amtool, "config", "routes", "test", "--config.file=" + file));
                    labels.forEach((name, value) ->
                            command.add(Matcher.equal(name, value).toText()));
                    ours.add(String.join(",", routing.told(Labels.of(labels)).receivers()));
                    theirs.add(pool.submit(() -> said(command)));
                    questions.add("seed " + SEED + ", tree " + tree + ", labels " + labels + ":\n" + yaml);
                }
            }
            int several = 0;
            for (int i = 0; i < ours.size(); i++) {
                assertThat(ours.get(i))
                        .as(questions.get(i))
                        .isEqualTo(theirs.get(i).get());
                several += ours.get(i).contains(",") ? 1 : 0;
            }
            LOG.info("{} label sets over {} trees, {} with several receivers: 0 differ", ours.size(), TREES, several);
            assertThat(several).as("label sets that several routes take").isGreaterThan(TREES);
            assertThat(ours.stream().distinct().count()).as("different answers").isGreaterThan(TREES / 2);
        }
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        // its standard error says where its two parsers disagree, which is not the answer
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return said.strip();
    }
}
