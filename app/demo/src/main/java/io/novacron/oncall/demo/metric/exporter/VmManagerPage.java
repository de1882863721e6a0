package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import java.util.List;

/** The VM manager: operations on VMs. */
final class VmManagerPage {

    private static final double[] BOUNDS = {0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120};
    private static final double FAILING = 0.001;
    /** Most calls only ask; one in ten does something that takes seconds. */
    private static final double DOING = 0.1;
    /** An operation makes that many calls one after the other, and each is slow when calls are slow. */
    private static final double CALLS = 10;

    private VmManagerPage() {}

    static void write(Page page, Site site, double rate) {
        List<String> operations = List.of("create", "delete", "start", "stop", "backup", "migrate");
        double[] parts = {0.22, 0.14, 0.24, 0.2, 0.15, 0.05};
        Signal failing = site.failing(FAILING);
        for (int i = 0; i < parts.length; i++) {
            double own = rate * DOING * parts[i];
            operation(page, site.share(own, time -> 1 - failing.at(time)), operations.get(i), "success");
            operation(page, site.share(own, failing), operations.get(i), "failed");
        }
        page.histogram(
                "novacron_vm_operation_duration_seconds",
                "Duration of operations on VMs.",
                site.timing(rate * DOING, Spread.around(3), CALLS),
                BOUNDS);
    }

    private static void operation(Page page, Signal count, String operation, String status) {
        page.counter(
                "novacron_vm_operations_total", "Operations on VMs.", count, "operation", operation, "status", status);
    }
}
