/** The report as a set of objects that belong together: parts and documents that never change, and one object that names them. */
package dev.customsfeed.verify.publication;
