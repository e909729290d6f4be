/**
 * Everything that is computed, without a word of prose: a note is a code with typed arguments. Themes have packages of their own below
 * this one; here is what they share: a series of months, exact quotients, and findings that are either there or say why they are not.
 */
@NullMarked
package dev.customsfeed.publish.figures;

import org.jspecify.annotations.NullMarked;
