'use client';

import { Combobox as Base } from '@base-ui/react/combobox';
import { ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names';
import { useFieldControl, useFieldLabelId } from './field';
import { bareInputClass, inputFrameClass } from './input-class';
import type { SelectOption } from './native-select';
import { optionClass, popupClass } from './popup-class';
import { useRemoteOptions } from './use-remote-options';

export interface ComboboxProps {
  /** All options, or the first ones when `search` brings the rest. */
  options?: readonly SelectOption[];
  search?: (query: string, signal: AbortSignal) => Promise<readonly SelectOption[]>;
  name?: string;
  value?: SelectOption | null;
  defaultValue?: SelectOption | null;
  onValueChange?: (option: SelectOption | null) => void;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
}

/** One of many, found by typing; `search` asks the server after a pause. */
export function Combobox({ options, search, placeholder, label, ...root }: ComboboxProps) {
  const t = useTranslations('ui');
  const link = useFieldControl();
  const labelId = useFieldLabelId();
  const ownId = useId();
  const [query, setQuery] = useState('');
  const remote = useRemoteOptions(search, query, options ?? []);
  return (
    <Base.Root<SelectOption>
      {...root}
      {...(search ? { filter: null } : {})}
      items={remote.options}
      isItemEqualToValue={(a, b) => a.value === b.value}
      onInputValueChange={setQuery}
      autoHighlight
    >
      <Base.InputGroup className={classNames(inputFrameClass, 'pr-1')}>
        <Base.Input
          {...link}
          id={link.id ?? ownId}
          aria-label={label}
          // While the list is open the page around it, label included, is hidden from readers.
          aria-labelledby={label ? undefined : labelId}
          placeholder={placeholder}
          className={bareInputClass}
        />
        <Base.Clear aria-label={t('combobox.clear')} className={iconClass}>
          <X aria-hidden="true" className="size-3.5" />
        </Base.Clear>
        <Base.Trigger aria-label={t('combobox.open')} className={iconClass}>
          <ChevronDown aria-hidden="true" className="size-3.5" />
        </Base.Trigger>
      </Base.InputGroup>
      <ComboboxList
        status={remote.loading ? t('combobox.loading') : remote.failed ? t('combobox.failed') : ''}
        empty={remote.loading || remote.failed ? null : t('combobox.empty')}
      />
    </Base.Root>
  );
}

const iconClass =
  'inline-flex size-6 shrink-0 items-center justify-center rounded-[5px] text-ink-3 hover:bg-sunken hover:text-ink';

function ComboboxList(props: { status: string; empty: ReactNode }) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50">
        <Base.Popup
          className={`${popupClass} max-h-[min(20rem,var(--available-height))] w-[var(--anchor-width)] min-w-56 overflow-y-auto p-1`}
        >
          <Base.Status className="px-2 py-1.5 text-13 text-ink-3 empty:hidden">{props.status}</Base.Status>
          <Base.Empty className="px-2 py-1.5 text-13 text-ink-3 empty:hidden">{props.empty}</Base.Empty>
          <Base.List className="outline-none">
            {(option: SelectOption) => (
              <Base.Item
                key={option.value}
                value={option}
                disabled={option.disabled ?? false}
                className={optionClass}
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{option.label}</span>
                  {option.hint ? (
                    <span className="block truncate text-xs text-ink-3">{option.hint}</span>
                  ) : null}
                </span>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
