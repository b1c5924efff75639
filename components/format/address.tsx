import { useLocale } from 'next-intl';
import { addressLines, type PostalAddress } from './address-text';

/** A postal address, in the order its country writes it. */
export function Address(props: { address: PostalAddress; className?: string }) {
  const locale = useLocale();
  const lines = addressLines(props.address, locale);
  return (
    <address className={`not-italic break-words ${props.className ?? 'text-ink-2'}`}>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move
        <span key={place} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}
