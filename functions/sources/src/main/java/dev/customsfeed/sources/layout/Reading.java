package dev.customsfeed.sources.layout;

import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.rejection.Problems;

/**
 * What a file is read by.
 *
 * @param key what its key declares
 * @param begun the months that it can be about
 * @param limits how large it may be
 * @param problems takes all that is wrong with it
 */
public record Reading(KeyDeclarations key, BegunMonths begun, FileLimits limits, Problems problems) {}
