package io.novacron.oncall.demo.metric;

import io.novacron.oncall.demo.metric.page.Page;

/** A target with all it exposes. */
record Scraped(ScrapeTarget target, Page page) {}
