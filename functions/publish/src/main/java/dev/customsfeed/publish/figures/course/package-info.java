/** The course of a series over years: twelve months together, its shape, how stable its headline is, runs and records. */
@NullMarked
package dev.customsfeed.publish.figures.course;

import org.jspecify.annotations.NullMarked;
