/** What is answered to an upload, taken or rejected: what there is to say of it, and its JSON. */
@NullMarked
package dev.customsfeed.ingest.answer;

import org.jspecify.annotations.NullMarked;
