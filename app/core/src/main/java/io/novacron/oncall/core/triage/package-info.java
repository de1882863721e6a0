/** What of many alerts is seen first: the filter, categories, facets, groups and their order (alerts guide §1, §6.2, §6.3). Pure. */
@NullMarked
package io.novacron.oncall.core.triage;

import org.jspecify.annotations.NullMarked;
