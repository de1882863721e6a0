/** Elasticsearch 7.17 to 9 and OpenSearch 2 and 3 as a {@link io.novacron.oncall.core.source.LogSource}. */
@NullMarked
package io.novacron.oncall.connectors.elasticsearch;

import org.jspecify.annotations.NullMarked;
