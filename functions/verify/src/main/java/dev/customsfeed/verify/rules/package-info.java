/** The rules: what contradicts what. They know nothing of files and clouds; the day that they go by is that of the newest uploads. */
package dev.customsfeed.verify.rules;
