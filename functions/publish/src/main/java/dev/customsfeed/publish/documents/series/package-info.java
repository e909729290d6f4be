/** The feed in formats that others defined: JSON-stat 2.0, CSV, Data Package v2. */
package dev.customsfeed.publish.documents.series;
