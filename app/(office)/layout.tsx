import type { ReactNode } from 'react';

/** The back office: each store frames its own pages (see [store]/layout.tsx). */
export default function OfficeLayout(props: { children: ReactNode }) {
  return props.children;
}
