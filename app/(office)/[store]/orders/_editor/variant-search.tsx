'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { priceText } from '@/components/orders/price-text';
import { bareInputClass, inputFrameClass } from '@/components/ui/input-class';
import { popupClass } from '@/components/ui/popup-class';
import { Spinner } from '@/components/ui/spinner';
import type { FoundVariant } from '@/lib/catalog/search-variants';
import { findVariants } from './ask';

const PAUSE_MS = 180;
/** Codes are compared by their letters and digits, as the server does. */
const bare = (code: string) => code.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

type Found = { text: string; variants: FoundVariant[] };

/**
 * Finds what to sell by title, SKU or barcode. A scanner types and presses enter before any list could appear: then the
 * search is asked at once, and a whole code adds its variant.
 */
export function VariantSearch(props: {
  slug: string;
  currency: string;
  onAdd: (variant: FoundVariant) => void;
}) {
  const t = useTranslations('order-desk');
  const listId = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const latest = useRef('');

  async function look(wanted: string): Promise<FoundVariant[]> {
    setBusy(true);
    const result = await findVariants(props.slug, wanted).catch(() => null);
    if (latest.current !== wanted) return [];
    setBusy(false);
    const variants = result?.ok ? result.data.variants : [];
    setFound({ text: wanted, variants });
    setActive(0);
    const nothing = variants.length === 0 ? t('lines.nothing', { text: wanted }) : '';
    setSaid(result?.ok ? nothing : (result?.message ?? t('lines.unreachable')));
    return variants;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for another text only
  useEffect(() => {
    latest.current = text.trim();
    if (latest.current === '') {
      setFound(null);
      setSaid('');
      setBusy(false);
      return;
    }
    const timer = setTimeout(() => look(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  function add(variant: FoundVariant) {
    props.onAdd(variant);
    setText('');
  }

  async function enter() {
    const wanted = text.trim();
    if (wanted === '') return;
    const variants = found?.text === wanted ? found.variants : await look(wanted);
    const code = bare(wanted);
    const exact = variants.find(({ sku, barcode }) => bare(sku) === code || bare(barcode) === code);
    const chosen =
      exact ?? (found?.text === wanted ? variants[active] : variants.length === 1 ? variants[0] : undefined);
    if (chosen) add(chosen);
  }

  function onKey(event: KeyboardEvent) {
    const last = (found?.variants.length ?? 0) - 1;
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown') setActive(Math.min(last, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Escape' && text) setText('');
    else return;
    event.preventDefault();
  }

  const options = found?.variants ?? [];
  const open = options.length > 0 && text.trim() !== '';
  return (
    <div className="relative">
      <span className={inputFrameClass}>
        {busy ? (
          <Spinner className="size-[15px] shrink-0 text-ink-3" />
        ) : (
          <Search aria-hidden="true" className="size-[15px] shrink-0 text-ink-3" />
        )}
        <input
          role="combobox"
          aria-label={t('lines.search')}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open ? `${listId}-${active}` : undefined}
          placeholder={t('lines.searchHint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
          onBlur={() => setFound(null)}
          className={bareInputClass}
        />
      </span>
      <p role="status" className="mt-1 text-13 text-ink-3 empty:hidden">
        {said}
      </p>
      <Options
        id={listId}
        open={open}
        variants={options}
        active={active}
        currency={props.currency}
        onPoint={setActive}
        onAdd={add}
      />
    </div>
  );
}

function Options(props: {
  id: string;
  open: boolean;
  variants: readonly FoundVariant[];
  active: number;
  currency: string;
  onPoint: (place: number) => void;
  onAdd: (variant: FoundVariant) => void;
}) {
  const t = useTranslations('order-desk');
  const locale = useLocale();
  return (
    <div
      id={props.id}
      role="listbox"
      aria-label={t('lines.search')}
      hidden={!props.open}
      className={`${popupClass} absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto p-1`}
    >
      {props.variants.map((variant, place) => (
        <div
          key={variant.variantId}
          id={`${props.id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === props.active}
          onMouseDown={(event) => {
            event.preventDefault();
            props.onAdd(variant);
          }}
          onMouseEnter={() => props.onPoint(place)}
          className="flex cursor-pointer items-center gap-3 rounded-[5px] px-2 py-1.5 aria-selected:bg-sunken"
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate">{variant.title}</span>
            <span className="code text-ink-2">{variant.sku}</span>
          </span>
          <span className="num text-right">
            <span className="block">{priceText(variant.priceE4, props.currency, locale)}</span>
            <span className="text-13 text-ink-2">{t('lines.free', { count: variant.available })}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
