/** Clients of AWS's services, made once and with time limits. Nothing that calls them. */
@NullMarked
package dev.customsfeed.runtime.aws;

import org.jspecify.annotations.NullMarked;
