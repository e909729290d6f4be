/** Files of UN Comtrade: CSV, JSON and the bulk layout, their code lists, and what no other source has. */
@NullMarked
package dev.customsfeed.sources.comtrade;

import org.jspecify.annotations.NullMarked;
