'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { NativeSelect } from '@/components/ui/native-select';

/** Shows one warehouse only; the choice stands in the address. */
export function WarehouseFilter(props: {
  warehouses: readonly { id: string; name: string }[];
  chosen: string;
}) {
  const t = useTranslations('stock');
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  function choose(id: string) {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    if (id) next.set('warehouse', id);
    else next.delete('warehouse');
    const query = next.toString();
    router.replace(query ? `${path}?${query}` : path, { scroll: false });
  }
  return (
    <NativeSelect
      aria-label={t('list.warehouse')}
      value={props.chosen}
      onChange={(event) => choose(event.target.value)}
      options={[
        { value: '', label: t('list.allWarehouses') },
        ...props.warehouses.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      className="w-52 max-sm:w-full"
    />
  );
}
