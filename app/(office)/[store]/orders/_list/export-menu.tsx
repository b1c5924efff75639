'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuItem } from '@/components/ui/menu';

/** Takes the list along as a file: exactly what it shows, all pages of it. */
export function ExportMenu({ href, reason }: { href: string; reason: string | null }) {
  const t = useTranslations('lists');
  const join = href.includes('?') ? '&' : '?';
  return (
    <Menu
      trigger={{
        label: (
          <>
            <Download aria-hidden="true" />
            {t('export.button')}
          </>
        ),
      }}
    >
      {(['csv', 'xlsx'] as const).map((format) => (
        <MenuItem
          key={format}
          reason={reason}
          onSelect={() => window.location.assign(`${href}${join}format=${format}`)}
        >
          {t(`export.${format}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
