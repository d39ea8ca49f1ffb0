/** A figure, what it may be, and the table they are printed in. */

export type Figure = {
  name: string;
  measured: number;
  unit: string;
  /** What it should be; without it the figure is only told. */
  target?: number;
  /** Where the bench fails; the target unless told. */
  fails?: number;
  /** Figures such as throughput are better when they are higher. */
  higherIsBetter?: boolean;
  /** How it came about, or what to know when reading it. */
  note?: string;
};
export type Verdict = 'ok' | 'over target' | 'FAILS' | '';

/** Measured against its bounds. A figure that is not a number was not measured, and fails. */
export function judge({ measured, target, fails, higherIsBetter = false }: Figure): Verdict {
  if (target === undefined) return '';
  if (Number.isNaN(measured)) return 'FAILS';
  const worse = (bound: number) => (higherIsBetter ? measured < bound : measured > bound);
  if (worse(fails ?? target)) return 'FAILS';
  return worse(target) ? 'over target' : 'ok';
}

/** The figures as aligned text, one line each. */
export function table(figures: (Figure & { part: string })[]): string {
  const rows = figures.map((figure) => {
    const bound = (value: number | undefined) =>
      value === undefined ? '' : `${figure.higherIsBetter ? '≥' : '≤'} ${said(value)}`;
    return [
      figure.part,
      figure.name,
      `${said(figure.measured)} ${figure.unit}`.trim(),
      bound(figure.target),
      bound(figure.target === undefined ? undefined : (figure.fails ?? figure.target)),
      judge(figure),
      figure.note ?? '',
    ];
  });
  const head = ['part', 'figure', 'measured', 'target', 'fails past', 'verdict', 'note'];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd(); // prettier-ignore
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Enough digits to compare, no more. */
function said(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** A thousand bytes: what a budget in "KB" of transfer means. */
export const KB = 1000;
export const MB = 1_000_000;
