/** What is measured: net weight, value, and the value of a tonne. */

/** As the address says them. */
export const MEASURES = ['weight', 'value', 'unit'];

/** As the documents call them. */
const FIELDS = { weight: 'netWeightKg', value: 'value', unit: 'unitValuePerTonne' };

/** What the documents call a measure. */
export function fieldOf(measure) {
  return FIELDS[measure];
}

/** How many of the documents' units are one of those that are shown: kilograms are shown as tonnes. */
export function scaleOf(measure) {
  return measure === 'weight' ? 1000 : 1;
}

/** Whether the amounts of parts add up to that of the whole: unit values do not. */
export function addsUp(measure) {
  return measure !== 'unit';
}

/** What the report calls the share in a measure. */
export function shareOf(measure) {
  return measure === 'value' ? 'valueSharePct' : 'netWeightSharePct';
}
