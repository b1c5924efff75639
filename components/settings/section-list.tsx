import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import type { SectionKey } from './sections';

const GROUPS: readonly { key: 'selling' | 'sending' | 'people'; sections: readonly SectionKey[] }[] = [
  { key: 'selling', sections: ['store', 'orders', 'taxes'] },
  { key: 'sending', sections: ['warehouses', 'shipping', 'handling'] },
  { key: 'people', sections: ['team', 'keys'] },
];

/** Every page of settings with how it stands now. */
export function SectionList(props: { storeSlug: string; now: Record<SectionKey, ReactNode> }) {
  const t = useTranslations('settings');
  return (
    <div className="flex max-w-[52rem] flex-col gap-4">
      {GROUPS.map((group) => (
        <Card key={group.key} title={t(`groups.${group.key}`)} flush>
          <ul>
            {group.sections.map((key) => (
              <li key={key} className="border-b last:border-b-0">
                <Link
                  href={`/${props.storeSlug}/settings/${key}`}
                  className="flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-sunken"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">{t(`sections.${key}`)}</span>
                    <span className="block text-ink-2">{props.now[key]}</span>
                  </span>
                  <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
