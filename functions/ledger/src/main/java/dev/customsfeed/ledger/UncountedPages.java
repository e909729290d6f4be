package dev.customsfeed.ledger;

import java.util.SortedSet;

/**
 * Pages of a month that do not count.
 *
 * @param of how many pages there should be
 * @param missing the numbers of those that are not there
 * @param twice keys of rows that two pages hold; empty as long as pages are missing
 * @param files the pages that are there
 */
public record UncountedPages(int of, SortedSet<Integer> missing, SortedSet<String> twice, SortedSet<Upload> files) {}
