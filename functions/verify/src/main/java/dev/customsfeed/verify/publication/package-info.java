/** The report as a set of objects that belong together: parts and documents that never change, and one object that names them. */
@NullMarked
package dev.customsfeed.verify.publication;

import org.jspecify.annotations.NullMarked;
