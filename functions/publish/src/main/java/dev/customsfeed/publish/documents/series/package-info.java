/** The feed in formats that others defined: JSON-stat 2.0, CSV, Data Package v2. */
@NullMarked
package dev.customsfeed.publish.documents.series;

import org.jspecify.annotations.NullMarked;
