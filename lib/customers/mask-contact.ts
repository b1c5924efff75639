const HIDDEN = '•••';

/** "t•••@e•••.com": enough to recognise, not to write to. */
export function maskEmail(email: string | null): string | null {
  if (!email) return null;
  const [local = '', domain = ''] = email.split('@');
  const dot = domain.lastIndexOf('.');
  const ending = dot > 0 ? domain.slice(dot) : '';
  return `${[...local][0] ?? ''}${HIDDEN}@${[...domain][0] ?? ''}${HIDDEN}${ending}`;
}

/** "••• 412": the last three digits. */
export function maskPhone(phone: string | null): string | null {
  if (!phone) return null;
  return `${HIDDEN} ${phone.replace(/\D+/g, '').slice(-3)}`;
}
