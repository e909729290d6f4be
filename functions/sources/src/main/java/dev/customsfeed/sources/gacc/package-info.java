/** Files of China Customs: their layout, their code lists and units, and what no other source has. */
package dev.customsfeed.sources.gacc;
