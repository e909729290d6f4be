/** A customs file on disk: how it is packed and encoded, and the limits that it is read within. Nothing of its rows. */
package dev.customsfeed.sources.file;
