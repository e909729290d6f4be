/**
 * What an upload is to a function that takes it, whatever is in it: versions are read out of the bucket, answers lie beside them, and
 * what is rejected is reported on.
 */
@NullMarked
package dev.customsfeed.uploads;

import org.jspecify.annotations.NullMarked;
