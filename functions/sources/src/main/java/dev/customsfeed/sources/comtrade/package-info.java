/** Files of UN Comtrade: CSV, JSON and the bulk layout, their code lists, and what no other source has. */
package dev.customsfeed.sources.comtrade;
