/** What the page loads: the overview first, then the report and the article of one month, courses and parts of the trade. All of it lies beside the page. */

import { fieldOf } from './measures.js';

/** What the trade can be narrowed down to: a destination, a region, or a customs regime, a province or a state. */
export function placesOf({ destinations, regions, dimensions }) {
  return [...destinations, ...regions, ...Object.values(dimensions).flat()];
}

/** Something that is not there under its name any more, since the feed was published anew meanwhile. */
export class GoneError extends Error {}

async function load(path, options) {
  const response = await fetch(path, options);
  if (response.status === 404 || response.status === 403) {
    throw new GoneError(path);
  }
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

/** The feed's overview, figures of which can be found by month. */
export class Feed {
  constructor(overview) {
    this.overview = overview;
    this.position = new Map(overview.months.map((month, i) => [month.period, i]));
    this.loaded = new Map();
  }

  /** Loads it; `anew` asks the server whether the one at hand is still right. */
  static async load(anew = false) {
    return new Feed(await load('page/overview.json', anew ? { cache: 'no-cache' } : {}));
  }

  /** The newest month. */
  get newest() {
    return this.overview.months[this.overview.months.length - 1].period;
  }

  /** The figures of a product, or of `all` together. */
  of(product) {
    return product === 'all' ? this.overview.total : this.overview.products.find((one) => one.id === product);
  }

  /** The entry of a month in a list of figures; null where it is not known or not in the feed at all. */
  at(list, period) {
    return this.position.has(period) ? list[this.position.get(period)] : null;
  }

  /** How much of a measure, `weight`, `value` or `unit`, in a month. */
  amount(figures, measure, period) {
    return this.at(figures[fieldOf(measure)], period);
  }

  /** Whose trade the figures of a month are: a number of the overview's `coverages`; null where they are of everything. */
  coverage(figures, period) {
    return figures.coverage ? this.at(figures.coverage, period) : null;
  }

  /** Whether the figures of a month are those of a part of the trade: then there are no shares. */
  isPart(figures, period) {
    const number = this.coverage(figures, period);
    return number !== null && this.overview.coverages[number].part;
  }

  /** The same as `amount`, as far as it can be shown beside `beside`: null where the two months are of different coverage. */
  comparable(part, whole, measure, period, beside) {
    return this.coverage(whole, period) === this.coverage(whole, beside) ? this.amount(part, measure, period) : null;
  }

  /** What the overview says of a month. */
  month(period) {
    return this.overview.months[this.position.get(period)];
  }

  /** The files that months of a product come from. */
  files(product, periods) {
    const products = product === 'all' ? this.overview.products : [this.of(product)];
    const numbers = new Set();
    for (const period of periods) {
      for (const one of products) {
        (this.at(one.files, period) ?? []).forEach((number) => numbers.add(number));
      }
    }
    return [...numbers].sort((a, b) => a - b).map((number) => this.overview.files[number]);
  }

  /**
   * Why months are missing, as `[{product, needed, texts: [{text, files}]}]`: of a product or of `all`, those of `period` or, if that is
   * null, of any month.
   */
  missing(product, period) {
    const products = product === 'all' ? this.overview.products : [this.of(product)];
    return products
      .filter((one) => one.missing)
      .map((one) => ({
        product: one,
        needed: one.missing.needed,
        texts: one.missing.reasons.filter((reason) => period === null || reason.months.includes(period)),
      }))
      .filter(({ needed, texts }) => needed || texts.length > 0);
  }

  /** The report of a month; null if nobody has the month. */
  report(period) {
    return this.once(this.month(period).archive);
  }

  /** The articles of a month by language; none if nobody has the month. */
  async articles(period) {
    return (await this.once(this.month(period).article))?.articles ?? {};
  }

  /** Changes, sums and largest partners of a product, or of `all` together, month by month. */
  course(product) {
    return this.once(this.of(product).course);
  }

  /** What the report leaves out of the values of partners and regions in a month; null if nobody has the month. */
  partnerValues(period) {
    return this.once(this.month(period).partners);
  }

  /** A partner, a region, a customs regime, a province or a state of the overview. */
  place(id) {
    return placesOf(this.overview).find((one) => one.id === id) ?? null;
  }

  /** Which dimension a place is one of, as reports call it: `regimes`, `provinces` or `states`; null for partners and regions. */
  dimension(id) {
    return Object.keys(this.overview.dimensions).find((name) => this.overview.dimensions[name].some((one) => one.id === id)) ?? null;
  }

  /** What was traded with a partner or region, under a customs regime, of a province: by product and of `all` together. */
  async partOf(id) {
    const { file } = this.place(id);
    return this.inFile(await this.once(this.overview.partFiles[file]), id);
  }

  /**
   * The sums and shares of the same in calendar `years`, as `{year: {months, products}}`: lists of each of `products` have an entry for each
   * of `months`. Products without trade are not among them: what the sums of these are, their courses have as `none`.
   */
  async sumsOf(id, years) {
    const files = this.overview.sumFiles[this.place(id).file];
    const sums = await Promise.all(
      years.map(async (year) => {
        const file = await this.once(files[year]);
        return [year, { months: file?.months ?? [], products: (file && this.inFile(file, id)) ?? {} }];
      }),
    );
    return Object.fromEntries(sums);
  }

  inFile(file, id) {
    return file[this.dimension(id) ?? 'destinations'][id];
  }

  once(path) {
    if (!path) {
      return Promise.resolve(null);
    }
    if (!this.loaded.has(path)) {
      const loading = load(path);
      loading.catch(() => this.loaded.delete(path));
      this.loaded.set(path, loading);
    }
    return this.loaded.get(path);
  }
}
