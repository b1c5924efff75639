/** As much of a rate as tells when and where it holds. Days are `yyyy-mm-dd`; both ends belong to it. */
export type RateSpan = { taxClass: string; country: string; validFrom: string; validTo: string | null };

export const ELSEWHERE = '*';

export const holdsOn = (span: RateSpan, day: string) =>
  span.validFrom <= day && (span.validTo === null || day <= span.validTo);

/** The rate of a class for a destination on a day: the country's own, else the rest of the world's, else none. */
export function rateOnDay<T extends RateSpan>(
  rates: readonly T[],
  at: { taxClass: string; country: string; day: string },
): T | null {
  const holding = rates.filter((rate) => rate.taxClass === at.taxClass && holdsOn(rate, at.day));
  return (
    holding.find((rate) => rate.country === at.country) ??
    holding.find((rate) => rate.country === ELSEWHERE) ??
    null
  );
}

/** The first of the others that would hold for the same class and country on one of the span's days. */
export function overlapping<T extends RateSpan>(others: readonly T[], span: RateSpan): T | null {
  return (
    others.find(
      (other) =>
        other.taxClass === span.taxClass &&
        other.country === span.country &&
        (span.validTo === null || other.validFrom <= span.validTo) &&
        (other.validTo === null || span.validFrom <= other.validTo),
    ) ?? null
  );
}
