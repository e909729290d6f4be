/** Where rows, the upload log and the report lie on AWS: one table, one bucket. */
@NullMarked
package dev.customsfeed.verify.aws;

import org.jspecify.annotations.NullMarked;
