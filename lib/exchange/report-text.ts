import { decimalText, PRICE_DECIMALS } from '@/lib/core/money';
import type { Translate } from '@/lib/i18n/translator';
import { holds, type ImportReport, type RecordCounts } from './import-report';
import { OUTCOMES } from './import-state';

const AMOUNT_WIDTH = 18;

/** The least decimals a currency's amounts are printed with; more where a fraction of the minor unit is left. */
const MIN_DECIMALS = 2;

/** Ten-thousandths as plain decimal text, without needless zeros. */
export function amountText(amountE4: number): string {
  const text = decimalText(amountE4, PRICE_DECIMALS);
  let end = text.length;
  const least = text.length - PRICE_DECIMALS + MIN_DECIMALS;
  while (end > least && text[end - 1] === '0') end -= 1;
  return text.slice(0, end);
}

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string) =>
  [...text].reduce((n, char) => n + (/[\u2e80-\uffef]/u.test(char) ? 2 : 1), 0);
const padRight = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padLeft = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** The report as lines of text in the words of one language. */
export function reportText(report: ImportReport, t: Translate): string {
  return [...sums(report, t), '', ...rules(report, t), '', ...notes(report, t), proof(report, t)].join('\n');
}

/** What became of the rows of anything but orders. */
export function countsText(counts: RecordCounts, t: Translate): string {
  const told = OUTCOMES.filter((outcome) => counts[outcome]);
  return told.map((outcome) => `${t(`exchange.outcomes.${outcome}`)}: ${counts[outcome]}`).join('\n');
}

function sums(report: ImportReport, t: Translate): string[] {
  const { file, imported, setAside, known } = report;
  const total = imported.totalE4 + imported.creditsE4 - imported.refundsE4;
  const rows: [string, number, string][] = [
    ['file', file.amountE4, t('exchange.report.fileDetail', { rows: file.rows, documents: file.documents })],
    [
      'orders',
      imported.totalE4,
      t('exchange.report.ordersDetail', { orders: imported.orders, lines: imported.lines }),
    ],
    ['credits', imported.creditsE4, t('exchange.report.creditsDetail', { credits: imported.credits })],
    ['refunds', -imported.refundsE4, t('exchange.report.refundsDetail', { refunds: imported.refunds })],
    [
      'imported',
      total,
      t('exchange.report.people', { customers: imported.customers, products: imported.products }),
    ],
    ['setAside', setAside.amountE4, t('exchange.report.rows', { rows: setAside.rows })],
    ['known', known.amountE4, t('exchange.report.rows', { rows: known.rows })],
    ['rounding', report.roundingE4, ''],
    ['difference', report.differenceE4, ''],
  ];
  const names = rows.map(([key]) => t(`exchange.report.${key}`));
  const width = Math.max(...names.map(widthOf)) + 2;
  return rows.map(([, amount, detail], i) =>
    `${padRight(names[i] ?? '', width)}${padLeft(amountText(amount), AMOUNT_WIDTH)}  ${detail}`.trimEnd(),
  );
}

function rules(report: ImportReport, t: Translate): string[] {
  const table = [
    ['rule', 'rowsHead', 'documentsHead', 'unitsHead', 'amountHead'].map((key) =>
      t(`exchange.report.${key}`),
    ),
    ...report.rules.map((row) => [
      t(`exchange.rules.${row.rule}`),
      String(row.rows),
      String(row.documents),
      String(row.units),
      amountText(row.amountE4),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...table.map((row) => widthOf(row[i] ?? ''))) + 2);
  return table.map((row) =>
    row.map((cell, i) => (i === 0 ? padRight : padLeft)(cell, widths[i] ?? 0)).join(''),
  );
}

function notes(report: ImportReport, t: Translate): string[] {
  const told = Object.entries(report.notes).filter(([, times]) => times > 0);
  if (told.length === 0) return [];
  const lines = told.map(([name, times]) => `  ${t(`exchange.notes.${name}`, { n: times })}`);
  return [t('exchange.report.notes'), ...lines, ''];
}

function proof(report: ImportReport, t: Translate): string {
  if (holds(report)) return t('exchange.report.holds');
  const { currency, missingRows: rows } = report;
  return t('exchange.report.fails', { amount: amountText(report.differenceE4), currency, rows });
}
