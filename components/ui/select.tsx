'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { classNames } from './class-names';
import { useFieldControl } from './field';
import { inputClass } from './input-class';
import type { SelectOption } from './native-select';
import { optionClass, popupClass } from './popup-class';

export interface SelectProps {
  options: readonly SelectOption[];
  name?: string;
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string | null) => void;
  placeholder?: string;
  disabled?: boolean;
  /** Its name when it stands outside a field. */
  label?: string;
  className?: string;
}

/** One of a few; options may carry a second line. */
export function Select({ options, placeholder, label, className, ...root }: SelectProps) {
  const { id, ...link } = useFieldControl();
  const items = options.map((option) => ({ value: option.value, label: option.label }));
  return (
    <Base.Root {...root} id={id} items={items} modal={false}>
      <Base.Trigger
        {...link}
        aria-label={label}
        className={classNames(
          inputClass,
          'flex items-center justify-between gap-2 text-left data-[popup-open]:border-focus',
          className,
        )}
      >
        <Base.Value className="truncate data-[placeholder]:text-ink-3" placeholder={placeholder} />
        <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} collisionPadding={8} className="z-50">
          <Base.Popup
            className={`${popupClass} max-h-[min(20rem,var(--available-height))] max-w-[min(28rem,var(--available-width))] min-w-[var(--anchor-width)] overflow-y-auto p-1`}
          >
            {options.map((option) => (
              <SelectItem key={option.value} option={option} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function SelectItem({ option }: { option: SelectOption }) {
  return (
    <Base.Item
      value={option.value}
      disabled={option.disabled ?? false}
      className={classNames(optionClass, 'pr-8')}
    >
      <span className="min-w-0 flex-1">
        <Base.ItemText className="block">{option.label}</Base.ItemText>
        {option.hint ? <span className="block text-xs text-ink-3">{option.hint}</span> : null}
      </span>
      <Base.ItemIndicator className="absolute right-3">
        <Check aria-hidden="true" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
