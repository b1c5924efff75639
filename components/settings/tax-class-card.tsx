import { useLocale, useTranslations } from 'next-intl';
import { countryName } from '@/components/format/address-text';
import { When } from '@/components/format/when';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Id } from '@/lib/core/ids';
import type { ListedTaxRate, TaxClassWithRates } from '@/lib/stores/list-tax-rates';
import { ELSEWHERE, holdsOn } from '@/lib/stores/rate-on-day';
import { EndRateSheet } from './end-rate-sheet';
import { percentText } from './percent-text';
import { RenameClassSheet } from './tax-class-sheet';
import { type RateFacts, TaxRateSheet } from './tax-rate-sheet';
import type { Save } from './use-saving';

export type TaxActs = {
  add: Save<RateFacts & { id: Id<'txr'> }, unknown>;
  edit: Save<RateFacts & { taxRateId: Id<'txr'>; version: number }, unknown>;
  end: Save<{ taxRateId: Id<'txr'>; version: number; lastDay: string }, unknown>;
  rename: Save<{ code: string; version: number; name: string }, unknown>;
};

/** One class of goods and what it is taxed by, where and when. */
export function TaxClassCard(props: {
  storeSlug: string;
  taxClass: TaxClassWithRates;
  country: string;
  today: string;
  /** For the rate that may be added: the same form sent twice is one rate. */
  newRateId: Id<'txr'>;
  acts: TaxActs;
}) {
  const t = useTranslations('settings.taxes');
  const { storeSlug, taxClass, today, acts } = props;
  const { code, name, version, rates } = taxClass;
  const blank = { taxClass: code, country: props.country, name: '', ratePpm: 0, validFrom: today };
  return (
    <Card
      title={name}
      note={<span className="code text-ink-3">{code}</span>}
      flush
      actions={
        <>
          <RenameClassSheet storeSlug={storeSlug} taxClass={{ code, name, version }} save={acts.rename} />
          <TaxRateSheet
            storeSlug={storeSlug}
            record={{ id: props.newRateId }}
            rate={blank}
            isNew
            trigger={{ label: t('addRate'), name: t('addRateTo', { name }), size: 'small' }}
            save={acts.add}
          />
        </>
      }
    >
      {rates.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('noRates')}</p>
      ) : (
        <ul>
          {rates.map((rate) => (
            <RateRow key={rate.id} storeSlug={storeSlug} rate={rate} today={today} acts={acts} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function RateRow(props: { storeSlug: string; rate: ListedTaxRate; today: string; acts: TaxActs }) {
  const t = useTranslations('settings.taxes');
  const locale = useLocale();
  const { rate, today, acts, storeSlug } = props;
  const { id, version, ...facts } = rate;
  const place = rate.country === ELSEWHERE ? t('elsewhere') : countryName(rate.country, locale);
  const percent = t('percent', { percent: percentText(rate.ratePpm) });
  const said = t('rateNamed', { place, percent });
  const ended = rate.validTo !== null && rate.validTo < today;
  const day = { timeZone: 'UTC', style: 'date' } as const;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 last:border-b-0">
      <span className="w-44 min-w-0 font-medium">{place}</span>
      <span className="num w-16 text-right">{percent}</span>
      <span className="w-24 min-w-0 text-ink-2">{rate.name}</span>
      <span className="min-w-0 flex-1 text-ink-2">
        {rate.validTo === null
          ? t.rich('since', { from: () => <When at={rate.validFrom} {...day} /> })
          : t.rich('span', {
              from: () => <When at={rate.validFrom} {...day} />,
              to: () => <When at={rate.validTo} {...day} />,
            })}
      </span>
      {holdsOn(rate, today) ? null : <Badge>{t(ended ? 'ended' : 'notYet')}</Badge>}
      <span className="ml-auto flex gap-1">
        <TaxRateSheet
          storeSlug={storeSlug}
          record={{ taxRateId: id, version }}
          rate={facts}
          isNew={false}
          trigger={{
            label: t('edit'),
            name: t('editNamed', { rate: said }),
            size: 'small',
            variant: 'quiet',
          }}
          save={acts.edit}
        />
        {rate.validTo === null ? (
          <EndRateSheet
            storeSlug={storeSlug}
            rate={{ id, version, validFrom: rate.validFrom, said }}
            today={today}
            save={acts.end}
          />
        ) : null}
      </span>
    </li>
  );
}
