/** Files of Brazil's Comex Stat: their layout, their code lists, and what no other source has. */
package dev.customsfeed.sources.comexstat;
