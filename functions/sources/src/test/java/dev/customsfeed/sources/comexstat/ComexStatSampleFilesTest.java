package dev.customsfeed.sources.comexstat;

import dev.customsfeed.sources.SampleFiles;

class ComexStatSampleFilesTest extends SampleFiles {

    ComexStatSampleFilesTest() {
        super("comexstat");
    }
}
