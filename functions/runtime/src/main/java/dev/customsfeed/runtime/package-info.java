/** What every module may use whatever it does: why a method may call what the build forbids. */
@NullMarked
package dev.customsfeed.runtime;

import org.jspecify.annotations.NullMarked;
