/** What a change is made of: of value by volume, mix and price; of net weight by product and by destination. */

import { figureOf, partnersOf, pathOf } from '../figures.js';
import { localized } from '../format.js';
import { bars, barsHeight } from '../plots.js';
import { monthsBehind } from '../sources.js';
import { column } from '../tables.js';
import { sampleOf } from './common.js';

const LARGEST = 10;

/** Bars of parts of a change, in the order of `parts`, each `{name, amount, path, whole, id}`; `whole` is the change itself. */
function bridge(context, { parts, show, tick, exactUnit, ...more }) {
  const { words, choice, against } = context;
  let sum = 0;
  const steps = parts.map((part) => {
    const from = part.whole || part.apart ? 0 : sum;
    sum += part.whole || part.apart ? 0 : part.amount;
    return { ...part, from };
  });
  return {
    height: barsHeight(parts.length),
    draw: (size, colours) =>
      bars(
        {
          rows: steps.map(({ name, amount, from, whole }) => ({
            name,
            value: amount,
            from,
            shown: show(amount),
            colour: whole ? colours.others : amount < 0 ? colours.down : colours.up,
          })),
          unit: more.unit,
          tick,
          sample: sampleOf(context),
        },
        size,
        colours,
      ),
    count: parts.length,
    says: (i) => [parts[i].name, show(parts[i].amount)],
    choose: (i) => parts[i].goes ?? null,
    columns: [
      column(more.of ?? words.part, (i) => parts[i].name, null, { text: true, head: true }),
      column(more.unit, (i) => parts[i].amount, show, { unit: exactUnit }),
    ],
    rows: parts.map((_, i) => i),
    source: () => ({
      product: choice.product,
      exact: parts.map(({ name, amount, path }) => [name, show(amount), amount, path]),
      months: monthsBehind(words, choice.month, ['month', against]),
    }),
    ...more,
  };
}

/** Why the report has no such figure, as it says itself. */
function whyNone({ words, format }, none) {
  if (none.none === 'too-short') {
    return words.tooShort(none.needed, none.there);
  }
  if (none.missing) {
    return words.incompleteMonths(none.missing.map((month) => format.month(month)).join(words.comma));
  }
  return words.noSuchFigure;
}

/** Volume, mix and price. */
export function valueBridgeView(context) {
  const { words, format, choice, against, place, report, product } = context;
  const change = figureOf(report, choice.product).analysis?.valueChange?.[against];
  if (place || !change) {
    return null;
  }
  const path = `${pathOf(report, choice.product)}.analysis.valueChange.${against}`;
  const heading = words.bridge(words[against]);
  const unit = `${words.value}${words.comma}${format.currency}`;
  if (change.none) {
    return { id: 'bridge', heading, unit, empty: whyNone(context, change) };
  }
  return bridge(context, {
    id: 'bridge',
    heading,
    unit,
    exactUnit: format.code,
    summary: words.bridgeSummary(product, words[against]),
    show: (amount) => format.signed(amount),
    tick: (number) => format.compact(number),
    parts: [
      ...['volume', 'mix', 'price'].map((name) => ({ name: words[name], amount: change[name], path: `${path}.${name}` })),
      { name: words.change, amount: change.change, path: `${path}.change`, whole: true },
    ],
  });
}

function contributions(context, { id, heading, of, rows }) {
  const { words, format, choice, against, report, product } = context;
  const field = `${against}ContributionPp`;
  const figure = figureOf(report, choice.product);
  const whole = figure.month[`${against}Pct`];
  const known = rows.filter((row) => (row[field] ?? null) !== null);
  const unit = words.contributionUnit(words[against]);
  if (known.length === 0 || whole === null) {
    return { id, heading, unit, empty: words.noContribution };
  }
  const largest = [...known].sort((one, other) => Math.abs(other[field]) - Math.abs(one[field])).slice(0, LARGEST);
  return bridge(context, {
    id,
    heading,
    unit,
    of,
    exactUnit: 'pp',
    summary: words.contributionSummary(product, words[against]),
    show: (amount) => format.points(amount),
    tick: (number) => format.points(number),
    parts: [
      ...largest
        .sort((one, other) => other[field] - one[field])
        .map((row) => ({
          name: localized(row.name, choice.lang),
          amount: row[field],
          path: `${row.path}.${field}`,
          goes: row.goes,
          apart: largest.length < known.length,
        })),
      { name: words.changeOfNetWeight, amount: whole, path: `${pathOf(report, choice.product)}.month.${against}Pct`, whole: true },
    ],
  });
}

/** How much of the change of net weight each product is. */
export function productBridgeView(context) {
  const { words, choice, place, report } = context;
  if (place || choice.product !== 'all') {
    return null;
  }
  return contributions(context, {
    id: 'bridge-products',
    heading: words.bridgeByProduct,
    of: words.product,
    rows: report.products.map((product, at) => ({ ...product, path: `products[${at}]`, goes: { ...choice, product: product.id } })),
  });
}

/** How much of the change of net weight each destination is. */
export function partnerBridgeView(context) {
  const { words, choice, feed, place, report } = context;
  if (place) {
    return null;
  }
  const start = pathOf(report, choice.product);
  return contributions(context, {
    id: 'bridge-partners',
    heading: feed.overview.flow === 'import' ? words.bridgeByOrigin : words.bridgeByDestination,
    of: words.partner,
    rows: partnersOf(report, choice.product).map((partner, at) => ({
      ...partner,
      path: `${start}.partners[${at}]`,
      goes: { ...choice, place: partner.iso2 ?? partner.code },
    })),
  });
}

export { whyNone };
