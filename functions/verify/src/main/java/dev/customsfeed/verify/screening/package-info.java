/** Screening of declarations against lists that the user uploads: two exact rules on names, no scores. */
@NullMarked
package dev.customsfeed.verify.screening;

import org.jspecify.annotations.NullMarked;
