/** What the coming months come to if things run on as they did, and how far off that was in the past. No forecast of causes. */
package dev.customsfeed.publish.figures.outlook;
