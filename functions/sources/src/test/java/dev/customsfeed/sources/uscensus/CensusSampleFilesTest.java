package dev.customsfeed.sources.uscensus;

import dev.customsfeed.sources.SampleFiles;

class CensusSampleFilesTest extends SampleFiles {

    CensusSampleFilesTest() {
        super("uscensus");
    }
}
