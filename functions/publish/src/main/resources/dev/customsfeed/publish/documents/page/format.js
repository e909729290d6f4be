/** Figures and months as people read them. What is not known is null here, and the caller says so: it is never zero. */

const KG_PER_TONNE = 1000;

function decimals(amount) {
  if (amount === 0 || Math.abs(amount) >= 100) {
    return 0;
  }
  return Math.abs(amount) >= 10 ? 1 : 3;
}

/** Formats of one language and currency. */
export class Format {
  /** `currency` is what the language calls it, `code` what ISO 4217 does. */
  constructor(words, currency, code) {
    this.code = code;
    this.locale = words.locale;
    this.currency = currency;
    this.words = words;
    this.whole = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 0 });
    this.percents = new Intl.NumberFormat(this.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.changes = new Intl.NumberFormat(this.locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    });
    this.signs = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
    this.compacts = new Intl.NumberFormat(this.locale, { notation: 'compact', maximumFractionDigits: 1 });
    this.longMonths = new Intl.DateTimeFormat(this.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
    this.shortMonths = new Intl.DateTimeFormat(this.locale, { year: '2-digit', month: 'short', timeZone: 'UTC' });
    this.days = new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** `38,700 t`: tonnes of a number of kilograms, small ones with decimals. */
  weight(kilograms) {
    return kilograms === null ? this.words.missing : `${this.tonnes(kilograms)} ${this.words.tonnes}`;
  }

  /** `38,700`: the same without its unit. */
  tonnes(kilograms) {
    if (kilograms === null) {
      return this.words.missing;
    }
    const tonnes = kilograms / KG_PER_TONNE;
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: decimals(tonnes) }).format(tonnes);
  }

  /** `88,123,456 USD`. */
  value(value) {
    return value === null ? this.words.missing : `${this.whole.format(value)} ${this.currency}`;
  }

  /** A whole number. */
  number(number) {
    return number === null ? this.words.missing : this.whole.format(number);
  }

  /** `2,280 USD/t`. */
  unitValue(value) {
    return value === null ? this.words.missing : `${this.whole.format(value)} ${this.words.perTonne(this.currency)}`;
  }

  /** `55.61%`. */
  percent(percent) {
    return percent === null ? this.words.missing : `${this.percents.format(percent)}%`;
  }

  /** `+5.54%`, with its sign. Of a change that cannot be given, as one from zero, nothing need be missing. */
  change(percent) {
    return percent === null ? this.words.noChange : `${this.changes.format(percent).replace('-', '−')}%`;
  }

  /** `+818,036`, with its sign. */
  signed(number) {
    return number === null ? this.words.missing : this.signs.format(number).replace('-', '−');
  }

  /** `−1.79`: percentage points, with their sign. */
  points(number) {
    return number === null ? this.words.noChange : this.changes.format(number).replace('-', '−');
  }

  /** `104.2` of an index. */
  index(number) {
    return new Intl.NumberFormat(this.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(number);
  }

  /** `Jan` or `January` of `01`. */
  monthName(number, length = 'short') {
    return new Intl.DateTimeFormat(this.locale, { month: length, timeZone: 'UTC' }).format(new Date(`2000-${number}-01T00:00:00Z`));
  }

  /** `1,643.66`, `13,040`: a number with the decimals that it has, two at most. */
  upToCents(number) {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: 2 }).format(number);
  }

  /** `0.90`: a number with two decimals. */
  cents(number) {
    return this.percents.format(number);
  }

  /** An amount in the unit of a measure. */
  amount(measure, amount) {
    return { weight: (kg) => this.weight(kg), value: (value) => this.value(value), unit: (value) => this.unitValue(value) }[measure](
      amount,
    );
  }

  /** The same without its unit. */
  plain(measure, amount) {
    return measure === 'weight' ? this.tonnes(amount) : this.number(amount);
  }

  /** The name of a measure's unit. */
  unit(measure) {
    return { weight: this.words.tonnesLong, value: this.currency, unit: this.words.perTonne(this.currency) }[measure];
  }

  /** A number on an axis. */
  compact(number) {
    return this.compacts.format(number).replace('-', '−');
  }

  /** `December 2025` of `2025-12`. */
  month(period) {
    return this.longMonths.format(new Date(`${period}-01T00:00:00Z`));
  }

  /** `Dec 25` of `2025-12`. */
  shortMonth(period) {
    return this.shortMonths.format(new Date(`${period}-01T00:00:00Z`));
  }

  /** `6 January 2026` of `2026-01-06`. */
  day(date) {
    return this.days.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
  }
}

/** `2025-12` and -1 give `2025-11`. */
export function addMonths(period, count) {
  const [year, month] = period.split('-').map(Number);
  const number = year * 12 + month - 1 + count;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The months from January of its year to `period`. */
export function yearToDate(period) {
  const [year, month] = period.split('-');
  return Array.from({ length: Number(month) }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}

/** A text in a language, in English where there is none. */
export function localized(text, language) {
  return text[language] ?? text.en;
}
