import { z } from 'zod';

/** A whole number between two bounds, refused with both in words. */
export const wholeNumber = (from: number, to: number) =>
  z.number({ error: 'settings.errors.number' }).superRefine((value, check) => {
    if (Number.isInteger(value) && value >= from && value <= to) return;
    check.addIssue({ code: 'custom', message: 'settings.errors.between', params: { from, to } });
  });
