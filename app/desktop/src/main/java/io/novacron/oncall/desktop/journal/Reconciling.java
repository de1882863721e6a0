package io.novacron.oncall.desktop.journal;

import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Reconcile;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks what became of unfinished actions at the start of a console, and again for as long as it runs. */
public final class Reconciling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final ActionDesk desk;
    private final Database database;
    private final Thread thread;
    private String told = "";

    private Reconciling(ActionDesk desk, Database database) {
        this.desk = desk;
        this.database = database;
        thread = Thread.ofVirtual().name("oncall-reconcile").unstarted(this::run);
    }

    /** The first look begins at once. */
    public static Reconciling start(ActionDesk desk, Database database) {
        Reconciling reconciling = new Reconciling(desk, database);
        reconciling.thread.start();
        return reconciling;
    }

    private void run() {
        Reconcile reconcile = new Reconcile(desk);
        try {
            while (true) {
                look(reconcile);
                desk.clock().sleep(EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A fault in one look must not end all later ones. */
    private void look(Reconcile reconcile) throws InterruptedException {
        try {
            reconcile.run();
            String recovery = database.recovery();
            if (!recovery.equals(told)) {
                told = recovery;
                desk.log().tellOfJournal(Outcome.ACCEPTED, recovery);
            }
        } catch (RuntimeException e) {
            LOG.error("looking what became of earlier actions failed", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
