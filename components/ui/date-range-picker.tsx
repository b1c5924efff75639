'use client';

import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale } from 'next-intl';
import {
  DateRangePicker as Base,
  Button,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
  RangeCalendar,
} from 'react-aria-components';
import { intlLocale } from '@/lib/i18n/locales';
import { buttonClass } from './button-class';
import type { DateRangeProps } from './date-range';
import { popupClass } from './popup-class';

const STEP = buttonClass({ variant: 'quiet', size: 'small', className: 'w-7 px-0!' });
const SEGMENT =
  'rounded-[3px] px-px num outline-none data-[focused]:bg-accent data-[focused]:text-accent-ink data-[placeholder]:text-ink-3';
const CELL =
  'num flex size-8 cursor-default items-center justify-center rounded-[6px] text-13 outline-none data-[disabled]:text-ink-3 data-[focus-visible]:outline-2 data-[focus-visible]:outline-focus data-[hovered]:bg-sunken data-[outside-month]:hidden data-[selected]:bg-accent-soft data-[selected]:text-ink data-[selection-end]:bg-accent data-[selection-end]:text-accent-ink data-[selection-start]:bg-accent data-[selection-start]:text-accent-ink data-[unavailable]:line-through';

/** The real thing behind `DateRange`. */
export function DateRangePicker(props: DateRangeProps) {
  const locale = useLocale();
  const { value, onChange } = props;
  return (
    <I18nProvider locale={intlLocale(locale)}>
      <Base
        value={value ? { start: parseDate(value.from), end: parseDate(value.to) } : null}
        onChange={(range) =>
          onChange(range ? { from: range.start.toString(), to: range.end.toString() } : null)
        }
        {...(props.minDay ? { minValue: parseDate(props.minDay) } : {})}
        {...(props.maxDay ? { maxValue: parseDate(props.maxDay) } : {})}
        className="flex flex-col gap-1"
      >
        <Label className="text-13 font-medium">{props.label}</Label>
        <Group className="flex h-8 w-max max-w-full items-center gap-1 rounded-control border border-line-strong bg-surface pr-1 pl-2.5 text-13 focus-within:border-focus focus-within:outline-2 focus-within:outline-focus max-sm:h-10">
          <DateInput slot="start" className="flex">
            {(segment) => <DateSegment segment={segment} className={SEGMENT} />}
          </DateInput>
          <span aria-hidden="true" className="text-ink-3">
            –
          </span>
          <DateInput slot="end" className="flex">
            {(segment) => <DateSegment segment={segment} className={SEGMENT} />}
          </DateInput>
          <Button className={`${STEP} ml-1 size-6`}>
            <CalendarDays aria-hidden="true" />
          </Button>
        </Group>
        <Popover className={`${popupClass} p-3`}>
          <Dialog className="outline-none">
            <RangeCalendar>
              <header className="mb-2 flex items-center gap-1">
                <Button slot="previous" className={STEP}>
                  <ChevronLeft aria-hidden="true" />
                </Button>
                <Heading className="flex-1 text-center text-13 font-semibold" />
                <Button slot="next" className={STEP}>
                  <ChevronRight aria-hidden="true" />
                </Button>
              </header>
              <CalendarGrid className="border-separate border-spacing-px [&_th]:size-8 [&_th]:text-xs [&_th]:font-medium [&_th]:text-ink-3">
                {(date) => <CalendarCell date={date} className={CELL} />}
              </CalendarGrid>
            </RangeCalendar>
          </Dialog>
        </Popover>
      </Base>
    </I18nProvider>
  );
}
