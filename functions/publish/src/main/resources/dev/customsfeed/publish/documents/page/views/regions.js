/** All destinations of the month as tiles, by region. */

import { idOf, partnersOf } from '../figures.js';
import { localized } from '../format.js';
import { addsUp, fieldOf } from '../measures.js';
import { treemap } from '../plots.js';
import { column } from '../tables.js';
import { amountColumn, sampleOf, unitOf } from './common.js';
import { monthsBehind } from '../sources.js';

const EU27 = 'eu27';

export function regionsView(context) {
  const { feed, choice, words, format, product, place, report } = context;
  if (place || !addsUp(choice.measure)) {
    return null;
  }
  const field = fieldOf(choice.measure);
  const byRegion = new Map();
  for (const partner of partnersOf(report, choice.product)) {
    if (partner[field] > 0) {
      const region = feed.place(idOf(partner))?.regions.find((one) => one !== EU27) ?? 'unspecified';
      byRegion.set(region, [...(byRegion.get(region) ?? []), partner]);
    }
  }
  const groups = [...byRegion].map(([region, partners]) => ({
    region,
    name: words.regions[region] ?? region,
    items: partners.map((partner) => ({
      id: idOf(partner),
      name: localized(partner.name, choice.lang),
      amount: partner[field],
      sharePct: partner.sharePct ?? null,
    })),
  }));
  const order = Object.keys(words.regions);
  const items = groups.flatMap((group) => group.items.map((item) => ({ ...item, region: group.name })));
  const month = format.month(choice.month);
  return {
    id: 'regions',
    heading: words.byRegion(month),
    summary: words.regionsSummary(product, format.unit(choice.measure), items.length),
    unit: unitOf(context),
    empty: items.length === 0 ? words.partnersUnknown : null,
    height: 380,
    draw: (size, colours) =>
      treemap(
        {
          groups: groups.map((group) => ({
            name: group.name,
            colour: colours.series[order.indexOf(group.region) % colours.series.length] ?? colours.others,
            items: group.items.map((item) => ({ ...item, value: item.amount, shown: format.plain(choice.measure, item.amount) })),
          })),
          unit: format.unit(choice.measure),
          sample: sampleOf(context),
        },
        size,
        colours,
      ),
    count: items.length,
    says: (i) => [items[i].name, items[i].region, format.amount(choice.measure, items[i].amount)],
    choose: (i) => ({ ...choice, place: items[i].id }),
    columns: [
      column(words.region, (i) => items[i].region, null, { text: true }),
      column(words.partner, (i) => items[i].name, null, { text: true, head: true }),
      amountColumn(
        context,
        unitOf(context),
        items.map(({ amount }) => amount),
      ),
    ],
    rows: items.map((_, i) => i),
    source: () => ({ product: choice.product, months: monthsBehind(words, choice.month, ['month']) }),
  };
}
