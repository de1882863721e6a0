package io.novacron.oncall.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.ConfigException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Prometheus does to an alert on its way; the numbers of hashmod are those of a real one. */
class RelabelTests {

    private static final Labels ALERT =
            Labels.of(Map.of("alertname", "Down", "instance", "web-1:9100", "team", "Storage", "replica", "a"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "{source_labels: [instance], regex: '(.+):.*', target_label: host} @ host=web-1",
                "{source_labels: [instance], regex: 'web', target_label: host} @ host=",
                "{source_labels: [alertname, team], target_label: both} @ both=Down;Storage",
                "{source_labels: [alertname, nothing], separator: '', target_label: both} @ both=Down",
                "{target_label: fixed, replacement: x} @ fixed=x",
                "{target_label: team, replacement: ''} @ team=",
                "{source_labels: [team], target_label: 'a_${1}'} @ a_Storage=Storage",
                "{source_labels: [team], regex: '(?P<x>St)(.*)', target_label: t, replacement: '$x-$2-$$-$3-${x}y-$xy'} @ t=St-orage-$--Sty-",
                "{action: lowercase, source_labels: [team], target_label: team} @ team=storage",
                "{action: UPPERCASE, source_labels: [team], target_label: team} @ team=STORAGE",
                "{action: labelmap, regex: 'al(.*)'} @ ertname=Down",
                "{action: labelmap, regex: 'in(st)ance', replacement: 'x_$1'} @ x_st=web-1:9100",
                "{action: labeldrop, regex: 'rep.*'} @ replica=",
                "{action: labelkeep, regex: 'alertname|team'} @ instance=",
                "{action: labelkeep, regex: 'alertname|team'} @ team=Storage",
                "{action: hashmod, source_labels: [instance], modulus: 1000, target_label: shard} @ shard=203",
            })
    void aStepChangesLabelsAsPrometheusDoes(String step, String expected) throws ConfigException {
        String[] label = expected.split("=", 2);
        assertThat(sent(step))
                .singleElement()
                .satisfies(labels -> assertThat(labels.get(label[0])).isEqualTo(label[1]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "{action: keep, source_labels: [team], regex: 'Stor.*'} @ true",
                "{action: keep, source_labels: [team], regex: 'Stor'} @ false",
                "{action: drop, source_labels: [team], regex: 'Storage|x'} @ false",
                "{action: drop, source_labels: [nothing], regex: '.+'} @ true",
                "{action: keepequal, source_labels: [team], target_label: alertname} @ false",
                "{action: dropequal, source_labels: [team], target_label: team} @ false",
            })
    void aStepDropsAnAlertAsPrometheusDoes(String step, boolean kept) throws ConfigException {
        assertThat(sent(step)).hasSize(kept ? 1 : 0);
    }

    /** Alerts guide M2: Prometheus anchors so that a dot also matches the end of a line. */
    @Test
    void aDotMatchesTheEndOfALine() throws ConfigException {
        AlertSending sending = sending("{action: drop, source_labels: [text], regex: 'a.b'}");
        assertThat(sending.sent(Labels.of(Map.of("text", "a\nb")))).isEmpty();
    }

    @Test
    void externalLabelsComeFirstAndNeverOverALabelOfTheAlert() throws ConfigException {
        AlertSending sending = AlertSendingReader.read("""
                global:
                  external_labels: {cluster: eu, team: everybody, replica: a}
                alerting:
                  alert_relabel_configs:
                    - {action: labeldrop, regex: replica}
                    - {source_labels: [cluster], target_label: region, replacement: $1}
                  alertmanagers:
                    - static_configs: [{targets: ['h:9093']}]
                """);
        assertThat(sending.sent(Labels.of(Map.of("alertname", "A", "team", "mine", "cluster", ""))))
                .containsExactly(Labels.of(Map.of("alertname", "A", "team", "mine", "cluster", "eu", "region", "eu")));
    }

    @Test
    void eachGroupOfAlertmanagersHasStepsOfItsOwn() throws ConfigException {
        AlertSending sending = AlertSendingReader.read("""
                alerting:
                  alertmanagers:
                    - static_configs: [{targets: ['a:9093']}]
                      alert_relabel_configs: [{action: drop, source_labels: [team], regex: x}]
                    - static_configs: [{targets: ['b:9093']}]
                      alert_relabel_configs: [{target_label: to, replacement: b}]
                """);
        assertThat(sending.sent(Labels.of(Map.of("team", "x"))))
                .isEqualTo(Set.of(Labels.of(Map.of("team", "x", "to", "b"))));
    }

    @Test
    void aPrometheusWithoutAlertmanagersSendsNothing() throws ConfigException {
        assertThat(AlertSendingReader.read("global: {}").sent(ALERT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "{action: shred} @ \"shred\" is not known",
                "{regex: '('} @ no regular expression of RE2",
                "{action: hashmod, target_label: a} @ modulus",
                "7 @ mapping",
            })
    void whatCannotBeUnderstoodIsNotGuessed(String step, String why) {
        assertThatThrownBy(() -> sending(step))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("alerting.alert_relabel_configs[0]")
                .hasMessageContaining(why);
    }

    private static Set<Labels> sent(String step) throws ConfigException {
        return sending(step).sent(ALERT);
    }

    /** The step as the server shows it, with its defaults written out. */
    private static String shown(String step) {
        String separator = step.contains("separator:") ? "" : ", separator: ';'";
        String replacement = step.contains("replacement:") ? "" : ", replacement: $1";
        return step.endsWith("}") ? step.substring(0, step.length() - 1) + separator + replacement + "}" : step;
    }

    /** The server leaves empty texts away, and its defaults it does not. */
    @Test
    void anEmptySeparatorOrReplacementIsNotShownAndEmptyAllTheSame() throws ConfigException {
        AlertSending sending = AlertSendingReader.read("""
                alerting:
                  alert_relabel_configs:
                    - {source_labels: [alertname, team], target_label: both, action: replace, replacement: $1}
                    - {source_labels: [alertname], target_label: team, action: replace, separator: ;}
                  alertmanagers:
                    - static_configs: [{targets: ['h:9093']}]
                """);
        assertThat(sending.sent(Labels.of(Map.of("alertname", "A", "team", "b"))))
                .containsExactly(Labels.of(Map.of("alertname", "A", "both", "Ab")));
    }

    private static AlertSending sending(String step) throws ConfigException {
        return AlertSendingReader.read("alerting:\n  alert_relabel_configs:\n    - " + shown(step)
                + "\n  alertmanagers: [{static_configs: [{targets: ['h:9093']}]}]\n");
    }
}
