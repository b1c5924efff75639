import bwipjs from 'bwip-js/node';
import type { Part } from './paper';

const PRINTABLE = /^[\x20-\x7e]{1,60}$/;
/** White on both sides, in modules: without it a scanner does not find the beginning. */
const QUIET_MODULES = 10;

/** A code as Code 128 bars; null for what no such bars can say (letters beyond ASCII). */
export function bars(code: string, drawn: { width: number; height: number }): Part | null {
  if (!PRINTABLE.test(code)) return null;
  const widths = barWidths(bwipjs.raw({ bcid: 'code128', text: code }));
  if (widths.length === 0) return null;
  let x = QUIET_MODULES;
  let path = '';
  widths.forEach((width, place) => {
    // Bars and spaces take turns, a bar first.
    if (place % 2 === 0) path += `M${x} 0h${width}v1h-${width}z`;
    x += width;
  });
  return { kind: 'bars', path, width: x + QUIET_MODULES, drawn };
}

function barWidths(made: readonly object[]): number[] {
  const [first] = made;
  const sbs = first && 'sbs' in first ? first.sbs : [];
  return Array.isArray(sbs) ? sbs.filter((width) => typeof width === 'number') : [];
}
