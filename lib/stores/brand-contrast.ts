/** What white text needs on the brand's colour, and the colour on white paper (WCAG 2.2, 1.4.3). */
export const NEEDED_CONTRAST = 4.5;

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Contrast of a colour (`#3145b8`) with white, 1 to 21; null when it is no such colour. */
export function contrastWithWhite(color: string): number | null {
  const channels = HEX.exec(color)?.slice(1);
  if (!channels) return null;
  const [r = 0, g = 0, b = 0] = channels.map((channel) => linear(Number.parseInt(channel, 16) / 255));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

/** The contrast cut (never rounded up) to one decimal, so that 4.49 does not read as enough. */
export function contrastTenths(contrast: number): number {
  return Math.floor(contrast * 10) / 10;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
