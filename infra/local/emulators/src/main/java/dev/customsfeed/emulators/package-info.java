/**
 * DynamoDB Local and S3Mock as child processes, the tables and buckets that the template names, and what functions are handed where
 * neither S3 nor Lambda is there to do it, for the runner and for tests.
 */
@NullMarked
package dev.customsfeed.emulators;

import org.jspecify.annotations.NullMarked;
