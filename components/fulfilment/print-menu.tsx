'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-class';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PAPER_SIZES } from '@/lib/documents/paper';

/** A document in the sizes it comes in; each opens beside the page. */
export function PrintMenu(props: {
  label: string;
  /** The document's address with its question, without the size. */
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const t = useTranslations('fulfilment.print');
  const { label, href, variant = 'default', size = 'medium' } = props;
  return (
    <Menu
      trigger={{
        label: (
          <>
            <Printer aria-hidden="true" />
            {label}
          </>
        ),
        variant,
        size,
      }}
    >
      {PAPER_SIZES.map((paper) => (
        <MenuItem key={paper} onSelect={() => window.open(`${href}&size=${paper}`, '_blank', 'noopener')}>
          {t(paper)}
        </MenuItem>
      ))}
    </Menu>
  );
}
