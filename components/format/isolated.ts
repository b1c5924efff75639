/**
 * Somebody's own words within a sentence of ours: whichever way they are written, and whatever signs they hold for
 * turning that way, the sentence around them reads on as it did (Unicode's first strong isolate).
 */
export const isolated = (words: string): string => `\u2068${words}\u2069`;
