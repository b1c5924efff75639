'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from './skeleton';

export interface DateRangeProps {
  label: string;
  /** Days as `2026-11-22`; both or neither. */
  value: { from: string; to: string } | null;
  onChange: (value: { from: string; to: string } | null) => void;
  minDay?: string;
  maxDay?: string;
}

/** Two days, typed or picked. Its code is loaded when it is shown. */
export const DateRange = dynamic<DateRangeProps>(
  () => import('./date-range-picker').then((part) => part.DateRangePicker),
  { ssr: false, loading: () => <Skeleton className="h-8 w-64" /> },
);
