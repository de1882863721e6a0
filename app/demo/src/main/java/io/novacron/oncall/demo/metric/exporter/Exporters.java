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
        double rate = site.world().requestRate(instance.cluster(), service)
                / site.cluster().instancesOf(service).size();
        switch (service) {
            case HAPROXY, POSTGRES, REDIS, OTEL_COLLECTOR -> {}
            default -> ServicePage.write(page, site, instance, rate);
        }
        switch (service) {
            case API -> ApiPage.write(page, site, rate);
            default -> {}
        }
    }

    public static void node(Page page, Site site, Node node) {}

    public static void libvirt(Page page, Site site, Node node) {}

    public static void prometheus(Page page, Site site) {}

    public static void alertmanager(Page page, Site site) {}

    public static void opsCenter(Page page, Site site) {}
}
