/** What the files say: declaration items, refunds, certificates and their use. Amounts and quantities are decimals, never floating. */
@NullMarked
package dev.customsfeed.verify.model;

import org.jspecify.annotations.NullMarked;
