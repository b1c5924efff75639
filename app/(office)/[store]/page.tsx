import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { BarChart } from '@/components/charts/bar-chart';
import { quantityText } from '@/components/format/quantity-text';
import { dateText, dayTitleText } from '@/components/format/when-text';
import { NeedsYou } from '@/components/home/needs-you';
import { TodaySoFar } from '@/components/home/today-so-far';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/i18n/client-messages';
import { read } from '@/lib/core/ctx';
import { countViews } from '@/lib/orders/count-views';
import { type HomeFigures, homeFigures } from '@/lib/stores/home-figures';
import { storePage } from '@/lib/web/store-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title.page') };
}

export default async function HomePage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx, store, now } = await storePage(slug, 'order.read');
  const locale = await getLocale();
  const [counts, figures] = await read(ctx, (ctx) => Promise.all([countViews(ctx), homeFigures(ctx)]));
  const { timeZone, currency } = store;
  return (
    <ClientMessages areas={['home']} timeZone={timeZone}>
      <PageHeader title={dayTitleText(now, timeZone, locale)} />
      <div className="grid max-w-[76rem] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_360px]">
        <NeedsYou storeSlug={slug} counts={counts} figures={figures} now={now} timeZone={timeZone} />
        <div className="flex min-w-0 flex-col gap-4">
          <TodaySoFar figures={figures} currency={currency} now={now} timeZone={timeZone} />
          <LastDays days={figures.days} now={now} />
        </div>
      </div>
    </ClientMessages>
  );
}

async function LastDays({ days, now }: { days: HomeFigures['days']; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  return (
    <Card title={t('lastDays')}>
      <BarChart
        title={t('lastDays')}
        note={t('lastDaysNote')}
        bars={days.map(({ day, orders, before }, place) => ({
          label: dateText(new Date(`${day}T12:00:00Z`), now, 'UTC', locale),
          value: orders,
          before,
          text: t('ordersCount', { count: orders, shown: quantityText(orders, locale) }),
          current: place === days.length - 1,
        }))}
      />
    </Card>
  );
}
