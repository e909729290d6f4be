package dev.customsfeed.sources.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Quoted.License;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationKeyTest {

    private static final String PRICE = "incoming/price/id=mg-ingot/currency=CNY/unit=t/tax=13/";

    @Test
    void a_price_is_private_unless_its_path_says_that_it_is_open() throws RejectedFileException {
        assertThat(QuotationKey.parse(PRICE + "smm.csv").quoted())
                .isEqualTo(new Quoted.Price(
                        "mg-ingot", "CNY", WeightUnit.T, new BigDecimal("13"), Optional.empty(), License.PRIVATE));
        assertThat(QuotationKey.parse(
                        "incoming/price/license=open/tax=0/basis=fob/unit=lb/team a/currency=USD/id=x/A.CSV.GZ"))
                .isEqualTo(new QuotationKey(
                        new Quoted.Price(
                                "x", "USD", WeightUnit.LB, new BigDecimal("0"), Optional.of("fob"), License.OPEN),
                        Packing.GZIP));
    }

    @Test
    void equal_taxes_are_one() throws RejectedFileException {
        assertThat(QuotationKey.parse(PRICE.replace("13", "13.00") + "a.csv").quoted())
                .isEqualTo(QuotationKey.parse(PRICE + "b.csv").quoted());
    }

    @Test
    void a_rate_is_a_pair() throws RejectedFileException {
        assertThat(QuotationKey.parse("incoming/rate/pair=USDCNY/fx.csv").quoted())
                .isEqualTo(new Quoted.Rate("USD", "CNY"));
    }

    @ParameterizedTest
    @CsvSource({
        "key-tax, incoming/price/id=a/currency=CNY/unit=t/f.csv",
        "key-tax, incoming/price/id=a/currency=CNY/unit=t/tax=/f.csv",
        "key-tax, incoming/price/id=a/currency=CNY/unit=t/tax=13%/f.csv",
        "key-tax, incoming/price/id=a/currency=CNY/unit=t/tax=100/f.csv",
        "key-tax, incoming/price/id=a/currency=CNY/unit=t/tax=-1/f.csv",
        "key-id, incoming/price/currency=CNY/unit=t/tax=13/f.csv",
        "key-id, incoming/price/id=Mg/currency=CNY/unit=t/tax=13/f.csv",
        "key-currency, incoming/price/id=a/unit=t/tax=13/f.csv",
        "key-currency, incoming/price/id=a/currency=RMB/unit=t/tax=13/f.csv",
        "key-currency, incoming/price/id=a/currency=cny/unit=t/tax=13/f.csv",
        "key-currency, incoming/price/id=a/currency=XAU/unit=t/tax=13/f.csv",
        "key-unit, incoming/price/id=a/currency=CNY/tax=13/f.csv",
        "key-unit, incoming/price/id=a/currency=CNY/unit=mt/tax=13/f.csv",
        "key-basis, incoming/price/id=a/currency=CNY/unit=t/tax=13/basis=EXW/f.csv",
        "key-license, incoming/price/id=a/currency=CNY/unit=t/tax=13/license=public/f.csv",
        "key-unknown-declaration, incoming/price/id=a/currency=CNY/unit=t/tax=13/vat=13/f.csv",
        "key-repeated-declaration, incoming/price/id=a/currency=CNY/unit=t/tax=13/tax=0/f.csv",
        "key-declaration-in-name, incoming/price/id=a/currency=CNY/unit=t/tax=13/license=open.csv",
        "key-not-csv, incoming/price/id=a/currency=CNY/unit=t/tax=13/f.xlsx",
        "key-pair, incoming/rate/f.csv",
        "key-pair, incoming/rate/pair=USD/f.csv",
        "key-pair, incoming/rate/pair=USDUSD/f.csv",
        "key-pair, incoming/rate/pair=USDRMB/f.csv",
        "key-pair, incoming/rate/pair=usdcny/f.csv",
        "key-unknown-declaration, incoming/rate/pair=USDCNY/tax=0/f.csv"
    })
    void what_a_key_does_not_say_or_says_wrongly_is_told(String code, String key) {
        RejectedFileException rejected =
                catchThrowableOfType(RejectedFileException.class, () -> QuotationKey.parse(key));

        assertThat(rejected.problems().first()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void a_tax_that_lacks_is_asked_for_and_never_guessed() {
        RejectedFileException rejected = catchThrowableOfType(
                RejectedFileException.class, () -> QuotationKey.parse("incoming/price/id=a/currency=CNY/unit=t/f.csv"));

        assertThat(rejected.problems().first().get(0).advice())
                .isEqualTo("Write tax=13/ if the prices include a value-added tax of 13%, tax=0/ if they include none:"
                        + " nothing else tells.");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        RejectedFileException rejected =
                catchThrowableOfType(RejectedFileException.class, () -> QuotationKey.parse("incoming/price/f.txt"));

        assertThat(rejected.problems().first())
                .extracting(Problem::code)
                .containsExactly("key-not-csv", "key-id", "key-currency", "key-unit", "key-tax");
    }
}
