/**
 * The engine that checks the files of all sources as a whole, sums what counts and gives it as records. Knows no
 * source by name.
 *
 * <p>{@code RowsCheck} walks over the rows and asks the rules, each of which is a class and knows nothing of the walk:
 *
 * <ul>
 *   <li>of the key: {@code LayoutDeclarations}, {@code KeyContradictions}, {@code DeclaredParts}, {@code CommodityScope};
 *   <li>of rows: {@code MonthsNotBegun}, {@code CommodityLevel}, {@code RepeatedRows}, {@code BreakDowns}, {@code StatedTotals},
 *       {@code SumTooLarge}, {@code SeriesOfLine};
 *   <li>of whole files: {@code RowLimits}, {@code RowCaps}, {@code EmptyFile};
 *   <li>what is said of a file that is taken: {@code CountedRows}, {@code Coverage}, {@code ExcludedRows}, {@code UnlistedCodes},
 *       {@code ZeroWeights}, {@code UnknownWeights}.
 * </ul>
 */
@NullMarked
package dev.customsfeed.sources.check;

import org.jspecify.annotations.NullMarked;
