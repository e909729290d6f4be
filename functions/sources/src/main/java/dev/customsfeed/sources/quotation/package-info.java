/** How people write down prices and exchange rates: keys, tables, and what of them is one thing only. No statistical office is here. */
package dev.customsfeed.sources.quotation;
