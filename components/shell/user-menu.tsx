'use client';

import { CircleUser, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu';
import type { ShellUser } from './shell-props';

const THEMES = ['light', 'dark', 'system'] as const;

/** Who is signed in, their account, how it looks, and the way out. */
export function UserMenu(props: { user: ShellUser; accountHref: string; onSignOut: () => Promise<unknown> }) {
  const t = useTranslations('shell');
  const { theme, setTheme } = useTheme();
  const [, start] = useTransition();
  const { user } = props;
  return (
    <Menu
      triggerClass="grid size-8 place-items-center rounded-full"
      trigger={{
        name: t('user.menu', { name: user.name }),
        label: <Avatar initials={user.initials} />,
      }}
    >
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-13 text-ink-3">{user.email}</p>
      </div>
      <MenuSeparator />
      <MenuLink href={props.accountHref} icon={<CircleUser aria-hidden="true" />}>
        {t('user.account')}
      </MenuLink>
      <MenuSeparator />
      <MenuChoice
        label={t('theme.label')}
        value={theme ?? 'system'}
        onChange={setTheme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <MenuSeparator />
      <MenuItem
        icon={<LogOut aria-hidden="true" />}
        onSelect={() =>
          start(async () => {
            await props.onSignOut();
          })
        }
      >
        {t('user.signOut')}
      </MenuItem>
    </Menu>
  );
}
