package io.novacron.oncall.demo.alertmanager;

/** An ordinary {@code alertmanager.yml}. */
public record AlertmanagerConfig(String original) {

    public static AlertmanagerConfig parse(String yaml) {
        return new AlertmanagerConfig(yaml);
    }
}
