/** How people write down prices and exchange rates: keys, tables, and what of them is one thing only. No statistical office is here. */
@NullMarked
package dev.customsfeed.sources.quotation;

import org.jspecify.annotations.NullMarked;
