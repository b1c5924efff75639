import { z } from 'zod';
import { blindWide } from '@/lib/core/seal';

/** An e-mail address as it is kept: without spaces around it, the case as typed. */
export const emailInput = z.string().trim().max(254).pipe(z.email());

/** The keyed fingerprint by which a person is found: upper and lower case are one. */
export const emailFingerprint = (email: string): Buffer => blindWide(email.trim().toLowerCase());
