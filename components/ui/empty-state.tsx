import type { ReactNode } from 'react';
import { StatePanel } from './state-panel';

/** Nothing here yet: what this is for, and the first step. */
export function EmptyState(props: {
  title: ReactNode;
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  asPage?: boolean;
}) {
  return <StatePanel {...props} />;
}
