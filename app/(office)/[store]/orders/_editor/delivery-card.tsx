'use client';

import { useTranslations } from 'next-intl';
import { AddressFields } from '@/components/orders/address-fields';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import type { Draft, EditorProps } from './draft';

/** Where it goes and how. */
export function DeliveryCard(props: {
  draft: Draft;
  methods: EditorProps['methods'];
  countries: EditorProps['countries'];
  errors: Record<string, string>;
  onChange: (more: Partial<Draft>) => void;
}) {
  const t = useTranslations('order-desk');
  const { draft, errors, onChange } = props;
  const fits = ({ countries }: EditorProps['methods'][number]) =>
    countries.length === 0 || countries.includes(draft.shipTo.country);
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(errors).flatMap(([path, message]) =>
        path.startsWith(`${prefix}/`) ? [[path.slice(prefix.length + 1), message]] : [],
      ),
    );
  return (
    <Card title={t('delivery.title')}>
      <div className="flex flex-col gap-4">
        <Checkbox
          label={t('delivery.deliver')}
          help={t('delivery.deliverHelp')}
          checked={draft.delivery}
          onChange={(event) => onChange({ delivery: event.target.checked })}
        />
        {draft.delivery ? (
          <>
            {errors.shipTo ? <p className="text-13 text-bad">{errors.shipTo}</p> : null}
            <AddressFields
              address={draft.shipTo}
              countries={props.countries}
              errors={under('shipTo')}
              recipient={draft.name}
              onChange={(shipTo) => onChange({ shipTo })}
            />
            <Field label={t('delivery.method')} error={errors.shippingMethodId}>
              <NativeSelect
                value={draft.shippingMethodId ?? ''}
                placeholder={t('delivery.noMethod')}
                options={props.methods.map((method) => ({
                  value: method.id,
                  label: fits(method) ? method.name : t('delivery.elsewhere', { name: method.name }),
                  disabled: !fits(method),
                }))}
                onChange={(event) =>
                  onChange({
                    shippingMethodId: props.methods.find(({ id }) => id === event.target.value)?.id ?? null,
                  })
                }
              />
            </Field>
          </>
        ) : null}
        <Checkbox
          label={t('delivery.billing')}
          checked={draft.billing}
          onChange={(event) => onChange({ billing: event.target.checked })}
        />
        {draft.billing ? (
          <AddressFields
            address={draft.billTo}
            countries={props.countries}
            errors={under('billTo')}
            recipient={draft.name}
            onChange={(billTo) => onChange({ billTo })}
          />
        ) : null}
      </div>
    </Card>
  );
}
