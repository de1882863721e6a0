package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One member of a cluster. Any thread. */
public final class AlertmanagerMember implements Backend {

    private final String name;
    private final CopyOnWriteArrayList<PostedAlert> received = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    AlertmanagerMember(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Takes alerts as a POST would. */
    public void receive(List<PostedAlert> alerts) {
        received.addAll(alerts);
    }

    /** How far its clock is ahead of the cluster's; its Date header says so too. */
    public void clockOffset(Duration ahead) {
        offset = ahead;
    }

    /** What this member sent, oldest first. */
    public List<Delivery> deliveries() {
        return List.of();
    }

    @Override
    public Reply answer(Request request) {
        return Reply.text(404, "404 page not found\n" + received.size() + offset);
    }
}
