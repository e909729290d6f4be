/** The function that turns months into feeds: the handler and what it does when it is woken. */
@NullMarked
package dev.customsfeed.publish;

import org.jspecify.annotations.NullMarked;
