/** Answers of the US Census Bureau: their layout, their code lists, and what no other source has. */
package dev.customsfeed.sources.uscensus;
