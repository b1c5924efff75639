import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import type { SectionKey } from './sections';
import { SettingsNav } from './settings-nav';

/** A page of settings: the others beside it, its name and what it decides above it. */
export function SettingsPage(props: {
  storeSlug: string;
  section: SectionKey;
  /** A record of the section: its name, the section then is the way back. */
  record?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('settings');
  const home = `/${props.storeSlug}/settings`;
  const name = t(`sections.${props.section}`);
  const back = props.record
    ? { href: `${home}/${props.section}`, label: name }
    : { href: home, label: t('title') };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[176px_minmax(0,1fr)]">
      <SettingsNav storeSlug={props.storeSlug} />
      <div className="min-w-0">
        <PageHeader
          title={props.record ?? name}
          back={back}
          subtitle={props.record ? undefined : t(`about.${props.section}`)}
          actions={props.actions}
        />
        {props.children}
      </div>
    </div>
  );
}
