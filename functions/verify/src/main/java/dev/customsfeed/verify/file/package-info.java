/** How files are uploaded and written: keys, columns, cells. A file is right as a whole, or rejected with all that is wrong with it. */
@NullMarked
package dev.customsfeed.verify.file;

import org.jspecify.annotations.NullMarked;
