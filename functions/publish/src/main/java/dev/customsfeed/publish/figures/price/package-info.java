/** Prices that a user has uploaded, beside the unit values of customs: what tax and rate leave of them, and which comes first. */
@NullMarked
package dev.customsfeed.publish.figures.price;

import org.jspecify.annotations.NullMarked;
