/** The feed in formats that others defined: JSON-stat 2.0, CSV, Data Package v2. Knows the statistics, nothing of AWS. */
package dev.customsfeed.publish.formats;
