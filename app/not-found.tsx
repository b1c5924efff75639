import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { StatePanel } from '@/components/ui/state-panel';

export default function NotFound() {
  const t = useTranslations('failure');
  return (
    <StatePanel asPage title={t('notFound.title')} actions={<LinkButton href="/">{t('home')}</LinkButton>}>
      {t('notFound.body')}
    </StatePanel>
  );
}
