/** Files of Eurostat's Comext: the bulk layout and SDMX-CSV, their code lists, and what no other source has. */
@NullMarked
package dev.customsfeed.sources.comext;

import org.jspecify.annotations.NullMarked;
