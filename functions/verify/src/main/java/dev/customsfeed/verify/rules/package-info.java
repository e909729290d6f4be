/** The rules: what contradicts what. They know nothing of files and clouds; the day that they go by is that of the newest uploads. */
@NullMarked
package dev.customsfeed.verify.rules;

import org.jspecify.annotations.NullMarked;
