'use client';

import {
  createContext,
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

interface SelectionValue {
  ids: readonly string[];
  clear: () => void;
}

const SelectionContext = createContext<SelectionValue>({ ids: [], clear: () => {} });

/** The ids of the ticked rows, and how to untick them. */
export function useSelection(): SelectionValue {
  return use(SelectionContext);
}

/** Holds which rows of the table inside are ticked; shift and click ticks a range. */
export function Selection(props: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLInputElement | null>(null);
  const range = useRef(false);
  const [ids, setIds] = useState<readonly string[]>([]);

  const read = useCallback(() => {
    const next = ticked(box.current);
    setIds((now) => (now.join() === next.join() ? now : next));
  }, []);

  // Rows may have gone with a new page of the list: what is ticked is what can be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the rows are new
  useEffect(read, [props.children]);

  const clear = useCallback(() => {
    for (const input of boxes(box.current)) input.checked = false;
    read();
  }, [read]);

  function onChange(event: FormEvent) {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    const all = boxes(box.current);
    if (target.matches('[data-select-all]')) {
      for (const input of all) input.checked = target.checked;
    } else if (target.matches('[data-row-select]')) {
      if (range.current && last.current) tickRange(all, last.current, target);
      last.current = target;
    } else return;
    read();
  }

  const value = useMemo(() => ({ ids, clear }), [ids, clear]);
  return (
    <SelectionContext value={value}>
      <div
        ref={box}
        onChange={onChange}
        onClickCapture={(event: MouseEvent) => {
          range.current = event.shiftKey;
        }}
      >
        {props.children}
      </div>
    </SelectionContext>
  );
}

function boxes(box: HTMLElement | null): HTMLInputElement[] {
  return [...(box?.querySelectorAll<HTMLInputElement>('[data-row-select]') ?? [])];
}

function ticked(box: HTMLElement | null): string[] {
  const all = boxes(box);
  const on = all.filter((input) => input.checked);
  const head = box?.querySelector<HTMLInputElement>('[data-select-all]');
  if (head) {
    head.checked = on.length > 0 && on.length === all.length;
    head.indeterminate = on.length > 0 && on.length < all.length;
  }
  return on.map((input) => input.value);
}

function tickRange(all: HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement) {
  const ends = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  const [start = -1, end = -1] = ends;
  if (start < 0) return;
  for (const input of all.slice(start, end + 1)) input.checked = to.checked;
}
