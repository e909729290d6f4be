package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.SampleFiles;

/** The layouts of UN Comtrade, file by file. */
class ComtradeSampleFilesTest extends SampleFiles {

    ComtradeSampleFilesTest() {
        super("comtrade");
    }
}
