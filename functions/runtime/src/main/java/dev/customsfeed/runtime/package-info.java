/** What every module may use whatever it does: why a method may call what the build forbids. */
package dev.customsfeed.runtime;
