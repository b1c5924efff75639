'use client';

import { Plus } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { Popover } from '@/components/ui/popover';
import { Spinner } from '@/components/ui/spinner';
import { type Condition, type Filter, isGroup, type Match } from '@/lib/lists/filter';
import { ConditionValue } from './condition-value';
import type { FilterFields } from './filter-field';

const ITSELF = '';

export interface AddFilterProps {
  filter: Filter;
  /** The filters that are on, in words, in their order. */
  items: readonly string[];
  /** Where the fields are told; asked when the popover opens, so that the page costs nothing. */
  fieldsHref: string;
  /** The address's search part with a filter. */
  searchOf: (filter: Filter) => string;
}

/** Field, operator, value: adds one condition to the address. */
export function AddFilter(props: AddFilterProps) {
  const t = useTranslations('lists');
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState<FilterFields | 'failed' | null>(null);
  const asked = useRef(false);
  function show(next: boolean) {
    setOpen(next);
    if (!next || asked.current) return;
    asked.current = true;
    readFields(props.fieldsHref).then(setKnown, () => {
      asked.current = false;
      setKnown('failed');
    });
  }
  return (
    <Popover
      trigger={{
        label: (
          <>
            <Plus aria-hidden="true" />
            {t('filter.add')}
          </>
        ),
        size: 'small',
        variant: 'quiet',
        className: 'border-dashed border-line-strong!',
      }}
      title={t('filter.title')}
      open={open}
      onOpenChange={show}
    >
      {known === 'failed' ? (
        <p className="w-72 text-ink-2 max-sm:w-64">{t('filter.away')}</p>
      ) : known ? (
        <ConditionForm {...props} known={known} done={() => setOpen(false)} />
      ) : (
        <Spinner />
      )}
    </Popover>
  );
}

async function readFields(href: string): Promise<FilterFields> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function ConditionForm(props: AddFilterProps & { known: FilterFields; done: () => void }) {
  const t = useTranslations('lists');
  const router = useRouter();
  const pathname = usePathname();
  const [, start] = useTransition();
  const { fields, currency } = props.known;
  const [key, setKey] = useState(fields[0]?.key ?? '');
  const field = fields.find((one) => one.key === key);
  const [op, setOp] = useState(field?.operators[0]?.value ?? 'is');
  const [values, setValues] = useState<readonly string[]>([]);
  const [place, setPlace] = useState(ITSELF);
  if (!field) return null;
  const ready = field.kind === 'flag' || values.filter(Boolean).length >= (op === 'between' ? 2 : 1);

  function add() {
    if (!ready || !field) return;
    const next = withCondition(props.filter, { field: field.key, op, values: [...values] }, place);
    props.done();
    start(() => router.push(`${pathname}${props.searchOf(next)}`, { scroll: false }));
  }
  return (
    <form
      className="flex w-72 flex-col gap-3 max-sm:w-64"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Field label={t('filter.field')}>
        <NativeSelect
          value={key}
          options={fields.map(({ key, label }) => ({ value: key, label }))}
          onChange={(event) => {
            const next = fields.find((one) => one.key === event.target.value);
            setKey(event.target.value);
            setOp(next?.operators[0]?.value ?? 'is');
            setValues([]);
          }}
        />
      </Field>
      <Field label={t('filter.operator')}>
        <NativeSelect
          value={op}
          options={field.operators}
          onChange={(event) => {
            const next = field.operators.find(({ value }) => value === event.target.value);
            if (next) setOp(next.value);
            if (field.kind === 'day' || field.kind === 'amount') setValues([]);
          }}
        />
      </Field>
      <ConditionValue
        key={`${key} ${op}`}
        field={field}
        op={op}
        currency={currency}
        values={values}
        onChange={setValues}
      />
      {props.items.length > 0 ? (
        <Field label={t('filter.place')}>
          <NativeSelect
            value={place}
            options={[
              { value: ITSELF, label: t('filter.itself') },
              ...props.items.map((words, index) => ({
                value: String(index),
                label: t(props.filter.match === 'all' ? 'filter.orElse' : 'filter.andAlso', { words }),
              })),
            ]}
            onChange={(event) => setPlace(event.target.value)}
          />
        </Field>
      ) : null}
      <Button type="submit" variant="primary" reason={ready ? null : t('filter.unready')}>
        {t('filter.apply')}
      </Button>
    </form>
  );
}

/** The filter with one more condition: by itself, or beside another in a group that means the opposite. */
function withCondition(filter: Filter, condition: Condition, place: string): Filter {
  if (place === ITSELF) return { ...filter, items: [...filter.items, condition] };
  const match: Match = filter.match === 'all' ? 'any' : 'all';
  const items = filter.items.map((item, index) => {
    if (String(index) !== place) return item;
    return { match, conditions: [...(isGroup(item) ? item.conditions : [item]), condition] };
  });
  return { ...filter, items };
}
