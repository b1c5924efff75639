'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { Id } from '@/lib/core/ids';
import type { CheckImportInput } from '@/lib/exchange/check-import';
import { foldHeader } from '@/lib/exchange/fold-header';
import { FIELDS, type Field as FieldName, fieldsOf, type SourceMapping } from '@/lib/exchange/source-mapping';
import type { ActionResult } from '@/lib/web/action-result';
import { ColumnTable, type Places } from './column-table';
import { FormatFields } from './format-fields';
import { OrderRules } from './order-rules';
import { TermsFields } from './terms-fields';
import { type Preview, usePreview } from './use-preview';

type Send<I> = (slug: string, input: I) => Promise<ActionResult<unknown>>;
export type MappingFormProps = {
  slug: string;
  upload: { importId: Id<'imp'>; version: number };
  mapping: SourceMapping;
  preview: Preview;
  terms: { currency: string; timeZone: string };
  zones: readonly string[];
  acts: { check: Send<CheckImportInput>; drop: Send<{ importId: Id<'imp'> }> };
};

function placesOf(mapping: SourceMapping, headers: readonly string[]): Places {
  const folded = headers.map(foldHeader);
  const places: Places = {};
  for (const field of fieldsOf(mapping.kind)) {
    const column = folded.findIndex((name) => mapping.columns[field]?.includes(name));
    if (column >= 0) places[field] = column;
  }
  return places;
}

/** Says what a file's columns and values mean. What is chosen is saved under its name. */
export function MappingForm(props: MappingFormProps) {
  const t = useTranslations('imports.map');
  const router = useRouter();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const [mapping, setMapping] = useState(props.mapping);
  const [terms, setTerms] = useState(props.terms);
  const shown = usePreview(props.slug, props.upload.importId, props.preview, setFailure);
  const { headers, rows } = shown.preview;
  const [places, setPlaces] = useState(() => placesOf(props.mapping, headers));
  const fields = fieldsOf(mapping.kind);

  function place(field: FieldName, column: number | null) {
    const others = Object.entries(places).filter(([name, at]) => name !== field && at !== column);
    setPlaces({ ...Object.fromEntries(others), ...(column === null ? {} : { [field]: column }) });
  }

  function write(format: SourceMapping['format']) {
    setMapping({ ...mapping, format });
    shown.ask(format).catch(() => setFailure(t('lost')));
  }

  function send(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    const columns = Object.fromEntries(
      fields.flatMap((field) => {
        const column = places[field];
        return column === undefined ? [] : [[field, [foldHeader(headers[column] ?? '')]]];
      }),
    );
    start(async () => {
      const { slug, upload, acts } = props;
      const result = await acts.check(slug, {
        ...upload,
        mapping: { ...mapping, columns },
        ...terms,
      });
      setFailure(result.ok ? null : (result.problems[0]?.message ?? result.message));
    });
  }

  function remove() {
    start(async () => {
      const result = await props.acts.drop(props.slug, { importId: props.upload.importId });
      if (result.ok) router.push(`/${props.slug}/imports`);
      else setFailure(result.message);
    });
  }

  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <Card title={t('columns')} note={t('columnsNote')}>
        <ColumnTable
          headers={headers}
          rows={rows}
          fields={fields}
          required={FIELDS[mapping.kind].required}
          places={places}
          onPlace={place}
        />
      </Card>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FormatFields detected={shown.preview.format} format={mapping.format} onChange={write} />
        <TermsFields {...terms} zones={props.zones} onChange={setTerms} />
      </div>
      {mapping.kind === 'orders' ? <OrderRules mapping={mapping} onChange={setMapping} /> : null}
      <Card>
        <div className="flex flex-col gap-4">
          <Field label={t('name')} help={t('nameHelp')}>
            <TextInput
              value={mapping.source}
              maxLength={80}
              required
              onChange={({ target }) => setMapping({ ...mapping, source: target.value })}
            />
          </Field>
          {failure ? (
            <Notice tone="bad" alert>
              {failure}
            </Notice>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="primary" pending={pending}>
              {t('check')}
            </SubmitButton>
            <Button variant="quiet" onClick={remove}>
              {t('drop')}
            </Button>
          </div>
        </div>
      </Card>
    </form>
  );
}
