'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { reveal } from '../actions';
import { useDesk } from './use-desk';
import { useRun } from './use-run';

type Contact = { email: string | null; phone: string | null };

/** E-mail and phone, masked until somebody with the permission asks; that they asked is on the timeline. */
export function BuyerContact(props: { masked: Contact; mayReveal: boolean }) {
  const t = useTranslations('order-desk');
  const { desk, contact: shown, setContact } = useDesk();
  const { pending, run } = useRun(true);
  const { masked } = props;
  if (!masked.email && !masked.phone) return <p className="text-ink-2">{t('contact.none')}</p>;
  const { email, phone } = shown ?? masked;
  return (
    <div className="text-ink-2" aria-live="polite">
      {email ? (
        <p className="break-all">
          {shown ? (
            <a href={`mailto:${email}`} className="rounded-[4px] hover:underline">
              {email}
            </a>
          ) : (
            email
          )}
        </p>
      ) : null}
      {phone ? (
        <p>
          {shown ? (
            <a href={`tel:${phone}`} className="rounded-[4px] hover:underline">
              {phone}
            </a>
          ) : (
            phone
          )}
        </p>
      ) : null}
      {shown ? null : (
        <Button
          size="small"
          className="mt-1.5"
          aria-busy={pending || undefined}
          reason={props.mayReveal ? null : t('contact.notYours')}
          onClick={() => run(() => reveal(desk.slug, { orderId: desk.id }), setContact)}
        >
          {t('contact.reveal')}
        </Button>
      )}
    </div>
  );
}
