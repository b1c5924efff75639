'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { SECTIONS } from './sections';

/** The pages of settings beside the one that is open; on a phone the list of settings does this. */
export function SettingsNav(props: { storeSlug: string }) {
  const t = useTranslations('settings');
  const path = usePathname();
  return (
    <nav aria-label={t('title')} className="sticky top-4 max-lg:hidden">
      <ul className="flex flex-col gap-0.5">
        {SECTIONS.map(({ key }) => {
          const href = `/${props.storeSlug}/settings/${key}`;
          const open = path === href || path.startsWith(`${href}/`);
          return (
            <li key={key}>
              <Link
                href={href}
                prefetch={false}
                aria-current={open ? 'page' : undefined}
                className={classNames(
                  'flex min-h-8 items-center rounded-[6px] px-2.5 font-medium',
                  open ? 'bg-sunken text-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
                )}
              >
                {t(`sections.${key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
