'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { NativeSelect } from '@/components/ui/native-select';
import type { Field } from '@/lib/exchange/source-mapping';
import { ScrollBox } from './scroll-box';

const DRAGGED = 'text/x-field';
const SHOWN_ROWS = 50;

/** What each field is said by: a column's place, by field. */
export type Places = Partial<Record<Field, number>>;

/** The first rows, with what each column means above it: chosen from its list, or dropped on it. */
export function ColumnTable(props: {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  fields: readonly Field[];
  required: readonly Field[];
  places: Places;
  onPlace: (field: Field, column: number | null) => void;
}) {
  const t = useTranslations('imports.map');
  const { headers, fields, places, onPlace } = props;
  const columns = headers.map((header, at) => ({ key: header || `#${at}`, header, at }));
  const numbered = props.rows.slice(0, SHOWN_ROWS).map((cells, at) => ({ key: at, cells }));
  const fieldAt = (column: number) => fields.find((field) => places[field] === column);
  const name = (field: Field) =>
    props.required.includes(field) ? t('required', { field: t(`fields.${field}`) }) : t(`fields.${field}`);
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-wrap gap-1.5" aria-label={t('fieldsLeft')}>
        {fields.map((field) => (
          <li
            key={field}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, field)}
            className={classNames(
              'cursor-grab rounded-control border px-2 py-1 text-13',
              places[field] === undefined
                ? 'border-line-strong bg-surface'
                : 'border-transparent bg-sunken text-ink-2',
            )}
          >
            {name(field)}
          </li>
        ))}
      </ul>
      <ScrollBox label={t('preview')} className="max-h-[28rem] overflow-auto rounded-card border">
        <table className="min-w-full border-separate border-spacing-0 text-13">
          <caption className="sr-only">{t('preview')}</caption>
          <thead className="sticky top-0 bg-surface text-left">
            <tr>
              {columns.map(({ key, header, at }) => (
                <Target key={key} onField={(field) => onPlace(field, at)} fields={fields}>
                  <NativeSelect
                    aria-label={t('means', { column: header || String(at + 1) })}
                    value={fieldAt(at) ?? ''}
                    onChange={({ target: { value } }) => {
                      const before = fieldAt(at);
                      const field = fields.find((known) => known === value);
                      if (field) onPlace(field, at);
                      else if (before) onPlace(before, null);
                    }}
                    options={[
                      { value: '', label: t('nothing') },
                      ...fields.map((field) => ({ value: field, label: name(field) })),
                    ]}
                    className="w-40"
                  />
                  <span className="mt-1 block max-w-40 truncate font-medium">{header || '–'}</span>
                </Target>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered.map(({ key: row, cells }) => (
              <tr key={row}>
                {columns.map(({ key, at }) => (
                  <td key={key} className="max-w-56 truncate border-t px-2 py-1 whitespace-nowrap">
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

function Target(props: { children: ReactNode; fields: readonly Field[]; onField: (field: Field) => void }) {
  const [over, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const field = props.fields.find((known) => known === event.dataTransfer.getData(DRAGGED));
    if (field) props.onField(field);
  }
  return (
    <th
      scope="col"
      className={classNames('border-b px-2 py-2 align-top font-normal', over && 'bg-accent-soft')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {props.children}
    </th>
  );
}
