package dev.customsfeed.verify.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sample Heavy Works Co., Ltd. | SAMPLE HEAVY WORKS",
                "ＳＡＭＰＬＥ　Heavy-Works | SAMPLE HEAVY WORKS",
                "The Sample Heavy Works Corporation | SAMPLE HEAVY WORKS",
                "S.H.W. Inc. | SHW",
                "Sample & Sons GmbH | SAMPLE SONS",
                "样本重工株式会社 | 样本重工",
                "株式会社样本重工 | 样本重工",
                "样本重工股份有限公司 | 样本重工",
                "Co., Ltd. | ''"
            })
    void spellings_of_a_name_are_one(String written, String words) {
        assertThat(PartyName.of(written)).hasToString(words);
        assertThat(PartyName.of(written).isEmpty()).isEqualTo(words.isEmpty());
    }
}
