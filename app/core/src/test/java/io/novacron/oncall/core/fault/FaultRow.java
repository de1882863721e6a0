package io.novacron.oncall.core.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of one row of the table of faults, or of several that are one thing here. What goes wrong is put in by a fake; the
 * rows on real servers are in the system tests. Its name and its output are number and sentence of the row.
 */
@TestTemplate
@ExtendWith(FaultRowProvider.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FaultRow {

    /** For instance {@code F65 a replica label doubles alerts: one row, all within reach}. */
    String value();
}
