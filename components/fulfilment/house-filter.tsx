'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { NativeSelect } from '@/components/ui/native-select';

/** Shows one warehouse's work; the choice stands in the address. */
export function HouseFilter(props: { warehouses: readonly { id: string; name: string }[]; chosen: string }) {
  const t = useTranslations('fulfilment');
  const router = useRouter();
  const path = usePathname();
  return (
    <NativeSelect
      aria-label={t('warehouse')}
      value={props.chosen}
      onChange={({ target: { value } }) =>
        router.replace(value ? `${path}?warehouse=${value}` : path, { scroll: false })
      }
      options={[
        { value: '', label: t('allWarehouses') },
        ...props.warehouses.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      className="w-52 max-sm:w-full"
    />
  );
}
