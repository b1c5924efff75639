import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/settings/settings-page';
import { ShippingTaxForm } from '@/components/settings/shipping-tax-form';
import { TaxClassCard } from '@/components/settings/tax-class-card';
import { AddClassSheet } from '@/components/settings/tax-class-sheet';
import { read } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { formatInTimeZoneDay } from '@/lib/core/time';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { listTaxRates } from '@/lib/stores/list-tax-rates';
import { storePage } from '@/lib/web/store-page';
import {
  addTaxClassAction,
  addTaxRateAction,
  chooseShippingTaxAction,
  editTaxRateAction,
  endTaxRateAction,
  renameTaxClassAction,
} from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('taxes') };
}

export default async function TaxesPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx, now, store } = await storePage(slug, 'settings.read');
  const [settings, classes] = await read(ctx, (ctx) =>
    Promise.all([getStoreSettings(ctx), listTaxRates(ctx)]),
  );
  const today = formatInTimeZoneDay(now, store.timeZone);
  const acts = {
    add: addTaxRateAction,
    edit: editTaxRateAction,
    end: endTaxRateAction,
    rename: renameTaxClassAction,
  };
  return (
    <SettingsPage
      storeSlug={slug}
      section="taxes"
      actions={<AddClassSheet storeSlug={slug} save={addTaxClassAction} />}
    >
      <div className="flex flex-col gap-4">
        {classes.map((taxClass) => (
          <TaxClassCard
            key={taxClass.code}
            storeSlug={slug}
            taxClass={taxClass}
            country={settings.country}
            today={today}
            newRateId={newId('txr')}
            acts={acts}
          />
        ))}
        <ShippingTaxForm
          storeSlug={slug}
          version={settings.version}
          taxClass={settings.shippingTaxClass}
          classes={classes.map(({ code, name }) => ({ code, name }))}
          save={chooseShippingTaxAction}
        />
      </div>
    </SettingsPage>
  );
}
