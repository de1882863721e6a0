package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Noise;
import java.util.HexFormat;

/** The dice of one operation: every question has its own answer, whichever others are asked. */
record Draw(long key) {

    /** The greatest answer of {@link #work}. */
    static final double LONGEST_WORK = 3.5;

    private static final long ENTRY = 1;
    private static final long FATE = 2;
    private static final long VM = 3;
    private static final long TENANT = 4;
    private static final long USER = 5;
    private static final long CLIENT = 6;
    private static final long TARGET = 7;
    private static final long PLACE = 8;
    private static final long KIND = 9;
    private static final long SAMPLED = 10;
    private static final long MOMENT = 11;
    private static final long SERVICE = 5_000_000;
    private static final long CHANCE = 1_000;
    private static final long COUNT = 2_000;
    private static final long FAILS = 3_000;
    private static final long WORK = 10_000;
    private static final long SPAN = 1_000_000;

    double kind() {
        return Noise.unit(key, KIND);
    }

    double sampled() {
        return Noise.unit(key, SAMPLED);
    }

    /** Where in its share of the second it begins. */
    double moment() {
        return Noise.unit(key, MOMENT);
    }

    double entry() {
        return Noise.unit(key, ENTRY);
    }

    double fate() {
        return Noise.unit(key, FATE);
    }

    double place() {
        return Noise.unit(key, PLACE);
    }

    double fails(Plan.Node node) {
        return Noise.unit(key, FAILS + node.id());
    }

    int vm(int among) {
        return index(VM, among);
    }

    int tenant(int among) {
        return index(TENANT, among);
    }

    int user(int among) {
        return index(USER, among);
    }

    int client(int among) {
        return index(CLIENT, among);
    }

    int target(int among) {
        return index(TARGET, among);
    }

    int replica(Service service, int among) {
        return index(SERVICE + service.port(), among);
    }

    boolean happens(Plan.Node node) {
        double chance = node.step().chance();
        return chance >= 1 || Noise.unit(key, CHANCE + node.id()) < chance;
    }

    int count(Plan.Node node) {
        Step step = node.step();
        return step.least() == step.most()
                ? step.least()
                : step.least() + index(COUNT + node.id(), step.most() - step.least() + 1);
    }

    /** How much longer or shorter than usual the visit takes: 1 on average, seldom more than 2, never more than 3.5. */
    double work(int visit) {
        double unit = Noise.unit(key, WORK + visit);
        double square = unit * unit;
        double fourth = square * square;
        return 0.6 + 0.5 * unit + 2.4 * fourth * fourth * fourth;
    }

    double unit(int visit, int question) {
        return Noise.unit(key, WORK * (question + 1L) + visit);
    }

    String spanId(int visit) {
        return HexFormat.of().toHexDigits(Noise.bits(key, SPAN + visit) | 1);
    }

    private int index(long question, int among) {
        return (int) (Noise.unit(key, question) * among);
    }
}
