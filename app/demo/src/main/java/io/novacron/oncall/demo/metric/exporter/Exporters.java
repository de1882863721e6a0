package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;

/** Which exporter writes the page of which target. */
public final class Exporters {

    private Exporters() {}

    public static void instance(Page page, Site site, Instance instance) {
        Service service = instance.service();
        double rate = site.lot("weight", 0.96, 1.04)
                * site.world().requestRate(instance.cluster(), service)
                / site.cluster().instancesOf(service).size();
        switch (service) {
            case HAPROXY -> HaproxyPage.write(page, site, rate);
            case POSTGRES -> PostgresPage.write(page, site, instance, rate);
            case REDIS -> RedisPage.write(page, site, instance, rate);
            case OTEL_COLLECTOR -> CollectorPage.write(page, site);
            default -> novaCron(page, site, instance, rate);
        }
    }

    public static void node(Page page, Site site, Node node) {
        NodePage.write(page, site, node);
    }

    public static void libvirt(Page page, Site site, Node node) {
        LibvirtPage.write(page, site, node);
    }

    public static void prometheus(Page page, Site site) {
        PrometheusPage.write(page, site);
    }

    public static void alertmanager(Page page, Site site) {
        AlertmanagerPage.write(page, site);
    }

    public static void opsCenter(Page page, Site site) {
        OpsCenterPage.write(page, site);
    }

    private static void novaCron(Page page, Site site, Instance instance, double rate) {
        ServicePage.write(page, site, instance, rate);
        switch (instance.service()) {
            case FRONTEND -> FrontendPage.write(page, site);
            case API -> ApiPage.write(page, site, rate);
            case AUTH -> AuthPage.write(page, site, rate);
            case SCHEDULER -> SchedulerPage.write(page, site, instance, rate);
            case VM_MANAGER -> VmManagerPage.write(page, site, rate);
            case MIGRATION -> MigrationPage.write(page, site, instance, rate);
            case STORAGE -> StoragePage.write(page, site, instance);
            case NETWORK -> NetworkPage.write(page, site, instance);
            case CONSENSUS -> ConsensusPage.write(page, site, instance, rate);
            case HYPERVISOR -> HypervisorPage.write(page, site, instance);
            default -> throw new IllegalArgumentException("no page for " + instance.service());
        }
    }
}
