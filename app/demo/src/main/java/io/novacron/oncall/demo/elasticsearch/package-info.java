/** The protocol of a log store as our connector speaks it, on Lucene in memory, answered as OpenSearch 3.8 answers it. */
@NullMarked
package io.novacron.oncall.demo.elasticsearch;

import org.jspecify.annotations.NullMarked;
