package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Service;
import java.util.List;

/**
 * One thing that is done for an operation, in general. A step of another service than the step above it is a call.
 *
 * @param name {@code storage.write}, {@code GET /api/v1/vms}, as spans and log lines name it
 * @param millis its own work, without the steps below
 * @param chance that it is done at all
 * @param least how often it is done, at least
 * @param most how often it is done, at most
 * @param shrink how long the next repetition, with all below it, takes compared with the one before
 * @param parallel the steps below run at the same time
 * @param disk it waits for the disk of a node
 * @param target it is done on the node that a VM moves to
 */
public record Step(
        Service service,
        String name,
        double millis,
        double chance,
        int least,
        int most,
        double shrink,
        boolean parallel,
        boolean disk,
        boolean target,
        List<Step> steps) {

    public Step {
        steps = List.copyOf(steps);
    }

    static Step of(Service service, String name, double millis, Step... steps) {
        return new Step(service, name, millis, 1, 1, 1, 1, false, false, false, List.of(steps));
    }

    Step sometimes(double share) {
        return new Step(service, name, millis, share, least, most, shrink, parallel, disk, target, steps);
    }

    Step times(int atLeast, int atMost) {
        return new Step(service, name, millis, chance, atLeast, atMost, shrink, parallel, disk, target, steps);
    }

    Step shrinking(double factor) {
        return new Step(service, name, millis, chance, least, most, factor, parallel, disk, target, steps);
    }

    Step atOnce() {
        return new Step(service, name, millis, chance, least, most, shrink, true, disk, target, steps);
    }

    Step onDisk() {
        return new Step(service, name, millis, chance, least, most, shrink, parallel, true, target, steps);
    }

    Step onTarget() {
        return new Step(service, name, millis, chance, least, most, shrink, parallel, disk, true, steps);
    }
}
