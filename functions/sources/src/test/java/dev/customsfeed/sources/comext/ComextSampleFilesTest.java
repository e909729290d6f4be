package dev.customsfeed.sources.comext;

import dev.customsfeed.sources.SampleFiles;

class ComextSampleFilesTest extends SampleFiles {

    ComextSampleFilesTest() {
        super("comext");
    }
}
