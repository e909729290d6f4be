/** Where rows, the upload log and the report lie on AWS: one table, one bucket. */
package dev.customsfeed.verify.aws;
