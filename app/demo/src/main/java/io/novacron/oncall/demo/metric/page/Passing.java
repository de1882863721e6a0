package io.novacron.oncall.demo.metric.page;

import java.util.List;

/** Series that come and go, of one family of one page. */
public interface Passing {

    /** Those that are present at some time between the two (epoch seconds), and maybe others. */
    List<Series> between(double from, double to);

    /** How many are present at a time. */
    int present(double time);
}
