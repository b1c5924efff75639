import { useTranslations } from 'next-intl';

export interface Bar {
  /** What the bar stands for: a day, a name. */
  label: string;
  value: number;
  /** The same of the period before; drawn as a thin line. */
  before?: number;
  /** The value in words and units, as everybody else writes it. */
  text: string;
  current?: boolean;
}

const WIDTH = 340;
const HEIGHT = 120;
const GAP = 8;

/** Bars from zero, drawn on the server; the same numbers follow as a table for readers. */
export function BarChart(props: { title: string; bars: readonly Bar[]; note?: string }) {
  const t = useTranslations('ui');
  const most = Math.max(1, ...props.bars.map((bar) => Math.max(bar.value, bar.before ?? 0)));
  const step = (WIDTH + GAP) / Math.max(1, props.bars.length);
  const y = (value: number) => HEIGHT - (value / most) * (HEIGHT - 8);
  const line = props.bars
    .map((bar, place) => `${place * step + (step - GAP) / 2},${y(bar.before ?? 0)}`)
    .join(' ');
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} className="w-full" aria-hidden="true">
        {props.bars.map((bar, place) => (
          <rect
            key={bar.label}
            x={place * step}
            y={y(bar.value)}
            width={step - GAP}
            height={HEIGHT - y(bar.value)}
            rx={2}
            className={bar.current ? 'fill-accent' : 'fill-line-strong'}
          >
            <title>{`${bar.label}: ${bar.text}`}</title>
          </rect>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line" />
        {props.bars.some((bar) => bar.before !== undefined) ? (
          <polyline points={line} fill="none" strokeDasharray="3 3" className="stroke-ink-2" />
        ) : null}
      </svg>
      {props.note ? <figcaption className="mt-2 text-xs text-ink-3">{props.note}</figcaption> : null}
      <table className="sr-only">
        <caption>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.label')}</th>
            <th scope="col">{t('chart.value')}</th>
          </tr>
        </thead>
        <tbody>
          {props.bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.label}</th>
              <td>{bar.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
