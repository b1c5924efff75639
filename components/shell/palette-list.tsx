'use client';

import Link from 'next/link';
import type { PaletteGroup } from './palette-match';

/** The rows of the palette as a list box; the input above keeps the focus. */
export function PaletteList(props: {
  id: string;
  groups: readonly PaletteGroup[];
  currentId: string | undefined;
  onGo: (href: string) => void;
}) {
  return (
    <div
      id={props.id}
      role="listbox"
      aria-label={props.groups.map((group) => group.label).join(', ') || undefined}
      className={props.groups.length > 0 ? 'p-1.5' : 'hidden'}
    >
      {props.groups.map((group, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
        <div key={group.label} role="group" aria-labelledby={`${props.id}-group-${place}`}>
          <div id={`${props.id}-group-${place}`} className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-3">
            {group.label}
          </div>
          {group.items.map((item) => (
            <Link
              key={item.id}
              id={`${props.id}-${item.id}`}
              href={item.href}
              prefetch={false}
              role="option"
              tabIndex={-1}
              aria-selected={item.id === props.currentId}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                props.onGo(item.href);
              }}
              className="flex min-h-9 items-center gap-3 rounded-[6px] px-2.5 py-1.5 hover:bg-sunken aria-selected:bg-accent-soft"
            >
              <span className="truncate font-medium">{item.title}</span>
              {item.subtitle ? (
                <span className="ml-auto truncate text-13 text-ink-2">{item.subtitle}</span>
              ) : null}
            </Link>
          ))}
        </div>
      ))}
    </div>
  );
}
