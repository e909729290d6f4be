/**
 * DynamoDB Local and S3Mock as child processes, and the tables and buckets that the template names, for the runner
 * and for tests.
 */
@NullMarked
package dev.customsfeed.emulators;

import org.jspecify.annotations.NullMarked;
