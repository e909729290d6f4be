/** The three charts, drawn by Chart.js. What they show is said in words and in a table beside each. */

import { addMonths, localized } from './format.js';

const COLOURS = 9;
const EVENT_MONTHS_AHEAD = 2;
const LONGEST_NAME = 32;

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    text: colour('--text'),
    faint: colour('--faint'),
    grid: colour('--grid'),
    panel: colour('--panel'),
    line: colour('--line'),
    event: colour('--event'),
    others: colour('--others'),
    series: Array.from({ length: COLOURS }, (_, i) => colour(`--c${i + 1}`)),
  };
}

/**
 * The months that are drawn: those of the range up to the newest, or up to the chosen one if that is older; beyond the newest also
 * the months of policy events that are near.
 */
export function monthsShown(feed, choice) {
  const count = choice.range === 'all' ? Infinity : Number(choice.range);
  const all = feed.overview.months.map((month) => month.period);
  const reached = all.indexOf(choice.month) >= all.length - count;
  const end = reached ? all.length : all.indexOf(choice.month) + 1;
  const months = all.slice(Math.max(0, end - count), end);
  if (end === all.length) {
    const limit = addMonths(feed.newest, EVENT_MONTHS_AHEAD);
    const last = feed.overview.events
      .map((event) => event.date.slice(0, 7))
      .filter((month) => month > feed.newest && month <= limit)
      .sort()
      .pop();
    for (let month = addMonths(feed.newest, 1); last && month <= last; month = addMonths(month, 1)) {
      months.push(month);
    }
  }
  return months;
}

/** The events that lie in the months shown, with the numbers that mark them. */
export function eventsShown(feed, months) {
  return feed.overview.events
    .map((event, i) => ({ ...event, number: i + 1, index: months.indexOf(event.date.slice(0, 7)) }))
    .filter((event) => event.index >= 0);
}

/** Marks the months that cannot be shown, as `[index, why]`, and where the policy events lie. */
function marks(missing, events, colours) {
  return {
    id: 'marks',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const width = scales.x.width / scales.x.ticks.length;
      ctx.save();
      for (const [index, why] of missing) {
        const x = scales.x.getPixelForValue(index);
        ctx.fillStyle = colours.grid;
        ctx.fillRect(x - width / 2, chartArea.top, width, chartArea.height);
        ctx.fillStyle = colours.faint;
        ctx.textAlign = 'left';
        ctx.font = '11px system-ui, sans-serif';
        ctx.translate(x + 4, chartArea.bottom - 6);
        ctx.rotate(-Math.PI / 2);
        ctx.fillText(why, 0, 0);
        ctx.setTransform(chart.currentDevicePixelRatio, 0, 0, chart.currentDevicePixelRatio, 0, 0);
      }
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      ctx.save();
      const drawn = new Map();
      for (const event of events) {
        const x = scales.x.getPixelForValue(event.index);
        const before = drawn.get(event.index) ?? 0;
        drawn.set(event.index, before + 1);
        ctx.strokeStyle = colours.event;
        ctx.setLineDash([4, 3]);
        ctx.lineWidth = 1.5;
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        const y = chartArea.top + 9 + before * 20;
        ctx.setLineDash([]);
        ctx.fillStyle = colours.event;
        ctx.beginPath();
        ctx.arc(x, y, 9, 0, 2 * Math.PI);
        ctx.fill();
        ctx.fillStyle = colours.panel;
        ctx.font = 'bold 11px system-ui, sans-serif';
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        ctx.fillText(String(event.number), x, y + 0.5);
      }
      ctx.restore();
    },
  };
}

/** Why a month is not shown: nobody has it, or it is of another scope than the chosen one. */
function whyMissing({ feed, choice, words }, month) {
  const whole = feed.of(choice.product);
  return feed.coverage(whole, month) === feed.coverage(whole, choice.month) ? words.missing : words.otherScope;
}

/** Says in the picture itself that it shows samples: pictures travel without what stands beside them. */
function watermark(text, colour) {
  return {
    id: 'watermark',
    afterDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.fillStyle = colour;
      ctx.globalAlpha = 0.6;
      ctx.font = '12px system-ui, sans-serif';
      ctx.textAlign = 'right';
      ctx.textBaseline = 'bottom';
      ctx.fillText(text, chartArea.right - 4, chartArea.top - 4);
      ctx.restore();
    },
  };
}

function options(colours, format) {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    locale: format.locale,
    color: colours.text,
    interaction: { mode: 'index', intersect: false },
    layout: { padding: { top: 18 } },
    plugins: {
      legend: { position: 'bottom', labels: { color: colours.text, boxWidth: 12, boxHeight: 12 } },
    },
  };
}

/** A legend in which a line looks like a line, and columns like columns. */
function linesAndColumns(colours) {
  return {
    position: 'bottom',
    labels: {
      color: colours.text,
      boxHeight: 12,
      usePointStyle: true,
      pointStyleWidth: 18,
      generateLabels: (chart) =>
        Chart.defaults.plugins.legend.labels.generateLabels(chart).map((label) => {
          const isLine = chart.data.datasets[label.datasetIndex].type === 'line';
          return { ...label, pointStyle: isLine ? 'line' : 'rect', lineWidth: isLine ? 2 : 0 };
        }),
    },
  };
}

function axis(colours, more = {}) {
  return {
    ticks: { color: colours.text, ...more.ticks },
    grid: { color: colours.grid, ...more.grid },
    border: { color: colours.grid },
    ...more.rest,
  };
}

function axisTitle(text, colours) {
  return { title: { display: true, text, color: colours.text } };
}

function inUnit(measure, amount) {
  return amount === null ? null : amount / (measure === 'weight' ? 1000 : 1);
}

function plugins(context, missing, events, colours) {
  return [marks(missing, events, colours), ...(context.feed.overview.sample ? [watermark(context.words.sample, colours.text)] : [])];
}

/** The figures of the chart by month, as its table shows them too: `{months, products: [{name, amounts}], total, lastYear}`. */
export function seriesFigures({ feed, choice }) {
  const months = monthsShown(feed, choice);
  const parts = choice.product === 'all' ? feed.overview.products : [feed.of(choice.product)];
  const whole = feed.of(choice.product);
  return {
    months,
    parts: parts.map((part) => ({
      name: localized(part.name, choice.lang),
      id: part.id,
      amounts: months.map((month) => feed.comparable(part, part, choice.measure, month, choice.month)),
    })),
    total: months.map((month) => feed.comparable(whole, whole, choice.measure, month, choice.month)),
    lastYear: months.map((month) => feed.comparable(whole, whole, choice.measure, addMonths(month, -12), choice.month)),
  };
}

/** Draws columns by month, stacked by product, with the total of a year before as a line. `onMonth` hears which month was chosen. */
export function drawSeries(canvas, context, onMonth) {
  const { feed, choice, words, format } = context;
  const colours = theme();
  const figures = seriesFigures(context);
  const missing = figures.months.flatMap((month, i) =>
    month <= feed.newest && figures.total[i] === null ? [[i, whyMissing(context, month)]] : [],
  );
  const order = feed.overview.products.map((product) => product.id);
  return new Chart(canvas, {
    data: {
      labels: figures.months.map((month) => format.shortMonth(month)),
      datasets: [
        {
          type: 'line',
          label: words.lastYear,
          data: figures.lastYear.map((amount) => inUnit(choice.measure, amount)),
          borderColor: colours.line,
          backgroundColor: colours.line,
          borderWidth: 2,
          pointRadius: 2,
          stack: 'lastYear',
          spanGaps: false,
        },
        ...figures.parts.map((part) => ({
          type: 'bar',
          label: part.name,
          data: part.amounts.map((amount) => inUnit(choice.measure, amount)),
          backgroundColor: colours.series[order.indexOf(part.id) % COLOURS],
          borderColor: figures.months.map((month) => (month === choice.month ? colours.text : colours.panel)),
          borderWidth: figures.months.map((month) => (month === choice.month ? 1.5 : 0)),
          stack: 'now',
        })),
      ],
    },
    options: {
      ...options(colours, format),
      scales: {
        x: axis(colours, { rest: { stacked: true }, grid: { display: false } }),
        y: axis(colours, {
          ticks: { callback: (number) => format.compact(number) },
          rest: { stacked: true, beginAtZero: true, ...axisTitle(format.unit(choice.measure), colours) },
        }),
      },
      onClick(event, elements) {
        if (elements.length > 0 && feed.position.has(figures.months[elements[0].index])) {
          onMonth(figures.months[elements[0].index]);
        }
      },
      plugins: {
        legend: linesAndColumns(colours),
        tooltip: {
          callbacks: {
            title: (items) => format.month(figures.months[items[0].dataIndex]),
            label: (item) => {
              const list = item.datasetIndex === 0 ? figures.lastYear : figures.parts[item.datasetIndex - 1].amounts;
              return `${item.dataset.label}${words.colon}${format.amount(choice.measure, list[item.dataIndex])}`;
            },
            footer: (items) => `${words.total}${words.colon}${format.amount(choice.measure, figures.total[items[0].dataIndex])}`,
          },
        },
      },
    },
    plugins: plugins(context, missing, eventsShown(feed, figures.months), colours),
  });
}

/** Some offices have names of a whole line for those whom they do not name. */
function shortened(name) {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}

/** Draws the largest partners of the month as bars. */
export function drawRanked(canvas, context, partners) {
  const { choice, format, words, feed } = context;
  const colours = theme();
  const field = choice.measure === 'weight' ? 'netWeightKg' : 'value';
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: partners.map((partner) => shortened(localized(partner.name, choice.lang))),
      datasets: [
        {
          label: format.unit(choice.measure),
          data: partners.map((partner) => inUnit(choice.measure, partner[field])),
          backgroundColor: colours.series[0],
        },
      ],
    },
    options: {
      ...options(colours, format),
      indexAxis: 'y',
      scales: {
        x: axis(colours, {
          ticks: { callback: (number) => format.compact(number) },
          rest: { beginAtZero: true, ...axisTitle(format.unit(choice.measure), colours) },
        }),
        y: axis(colours, { grid: { display: false }, ticks: { autoSkip: false } }),
      },
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { label: (item) => format.amount(choice.measure, partners[item.dataIndex][field]) } },
      },
    },
    plugins: feed.overview.sample ? [watermark(words.sample, colours.text)] : [],
  });
}

/** The shares of the largest partners by month, in percent, and of all others together. A share of what is not known is null. */
export function shareFigures({ feed, choice, words }) {
  const months = monthsShown(feed, choice).filter((month) => month <= feed.newest);
  const whole = feed.of(choice.product);
  const share = (part, month) => {
    const all = feed.comparable(whole, whole, choice.measure, month, choice.month);
    return part === null || all === null || all === 0 || feed.isPart(whole, month) ? null : (100 * part) / all;
  };
  const destinations = whole.destinations.map((partner) => ({
    name: localized(partner.name, choice.lang),
    shares: months.map((month) => share(feed.amount(partner, choice.measure, month), month)),
  }));
  const others = months.map((month) => {
    const amounts = whole.destinations.map((partner) => feed.amount(partner, choice.measure, month));
    const all = feed.comparable(whole, whole, choice.measure, month, choice.month);
    return all === null || amounts.includes(null) ? null : share(all - amounts.reduce((sum, amount) => sum + amount, 0), month);
  });
  return { months, partners: [...destinations, { name: words.others, shares: others, others: true }] };
}

/** Draws the shares as bands. */
export function drawShares(canvas, context) {
  const { feed, words, format } = context;
  const colours = theme();
  const figures = shareFigures(context);
  const missing = figures.months.flatMap((_, i) =>
    figures.partners.every((partner) => partner.shares[i] === null) ? [[i, whyMissing(context, figures.months[i])]] : [],
  );
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: figures.months.map((month) => format.shortMonth(month)),
      datasets: figures.partners.map((partner, i) => ({
        label: partner.name,
        data: partner.shares,
        backgroundColor: partner.others ? colours.others : colours.series[i % COLOURS],
        categoryPercentage: 1,
        barPercentage: 0.96,
      })),
    },
    options: {
      ...options(colours, format),
      scales: {
        x: axis(colours, { rest: { stacked: true }, grid: { display: false } }),
        y: axis(colours, {
          ticks: { callback: (number) => `${number}%` },
          rest: { stacked: true, min: 0, max: 100, ...axisTitle(words.percent, colours) },
        }),
      },
      plugins: {
        ...options(colours, format).plugins,
        tooltip: {
          callbacks: {
            title: (items) => format.month(figures.months[items[0].dataIndex]),
            label: (item) => `${item.dataset.label}${words.colon}${format.percent(item.raw)}`,
          },
        },
      },
    },
    plugins: plugins(context, missing, eventsShown(feed, figures.months), colours),
  });
}
