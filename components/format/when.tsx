import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import {
  agoText,
  dateText,
  dateTimeText,
  dueText,
  exactText,
  type Moment,
  timeText,
  type WhenText,
  weekdayText,
} from './when-text';

type WhenStyle = 'ago' | 'due' | 'date' | 'dateTime' | 'time' | 'weekday';

/**
 * A moment. `ago` is for lists, `due` for deadlines (red when past), the others are absolute.
 * Pass the server's `now` and the store's zone; the exact time stands in the title.
 */
export function When(props: {
  at: Moment | null | undefined;
  now?: Moment;
  timeZone?: string;
  style?: WhenStyle;
  className?: string;
}) {
  const locale = useLocale();
  const t = useTranslations('ui');
  const configuredZone = useTimeZone();
  const configuredNow = useNow();
  if (props.at === null || props.at === undefined) return <span aria-hidden="true">–</span>;
  const at = new Date(props.at);
  const now = new Date(props.now ?? configuredNow);
  const timeZone = props.timeZone ?? configuredZone ?? 'UTC';
  const said = say(props.style ?? 'ago', at, now, timeZone, locale);
  const late = 'key' in said && (said.key === 'daysLate' || said.key === 'hoursLate');
  const tone = late ? 'font-medium text-bad' : '';
  return (
    <time
      dateTime={at.toISOString()}
      title={exactText(at, timeZone, locale)}
      className={`num ${tone} ${props.className ?? ''}`.trim()}
    >
      {'text' in said ? said.text : t(`when.${said.key}`, { ...said })}
    </time>
  );
}

function say(style: WhenStyle, at: Date, now: Date, timeZone: string, locale: string): WhenText {
  if (style === 'ago') return agoText(at, now, timeZone, locale);
  if (style === 'due') return dueText(at, now, timeZone, locale);
  if (style === 'date') return { text: dateText(at, now, timeZone, locale) };
  if (style === 'time') return { text: timeText(at, timeZone, locale) };
  if (style === 'weekday') return { text: weekdayText(at, timeZone, locale) };
  return { text: dateTimeText(at, now, timeZone, locale) };
}
