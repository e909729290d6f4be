/** What the coming months come to if things run on as they did, and how far off that was in the past. No forecast of causes. */
@NullMarked
package dev.customsfeed.publish.figures.outlook;

import org.jspecify.annotations.NullMarked;
