package dev.customsfeed.publish.documents.series;

import java.time.YearMonth;
import java.util.List;

/**
 * The newest months of {@code series.csv}.
 *
 * @param csv their rows below its head
 * @param older the months that it lacks, oldest first
 */
public record NewestMonths(String csv, List<YearMonth> older) {}
