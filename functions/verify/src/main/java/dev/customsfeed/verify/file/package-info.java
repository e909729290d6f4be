/** How files are uploaded and written: keys, columns, cells. A file is right as a whole, or rejected with all that is wrong with it. */
package dev.customsfeed.verify.file;
