// A thread of its own: laying out a page takes long, and no request waits for it. Runs as it stands, unbundled.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { Document, Font, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { fontOfWoff } from './font-of-woff.mjs';

const require = createRequire(import.meta.url);
const INCH = 72;
const SIZES = { a4: 'A4', '4x6': [4 * INCH, 6 * INCH] };
const MARGINS = { a4: 36, '4x6': 14 };
const TEXT_SIZES = { a4: 9.5, '4x6': 8 };
/** Chinese with Latin in one hand, then letters that hand lacks (ł, ё). */
const SUBSETS = ['chinese-simplified', 'latin-ext', 'cyrillic'];
const FAMILIES = SUBSETS.map((subset) => `Noto ${subset}`);

for (const subset of SUBSETS) {
  Font.register({
    family: `Noto ${subset}`,
    fonts: [400, 700].map((weight) => ({ src: fontAddress(subset, weight), fontWeight: weight })),
  });
}

function fontAddress(subset, weight) {
  const file = require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${subset}-${weight}-normal.woff`);
  return `data:font/ttf;base64,${fontOfWoff(readFileSync(file)).toString('base64')}`;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}　-〿＀-￯]/u;
// Chinese has no spaces to break at: any character may begin a line. Long codes break where they must.
Font.registerHyphenationCallback((word) => {
  if (CJK.test(word)) return [...word].flatMap((letter) => [letter, '']);
  return word.length > 24 ? word.match(/.{1,12}/g) : [word];
});

function draw(part, key) {
  if (part.kind === 'text') return createElement(Text, { key, style: part.style }, part.text);
  if (part.kind === 'folio') {
    const render = ({ pageNumber, totalPages }) =>
      part.text.replace('{page}', pageNumber).replace('{pages}', totalPages);
    return createElement(Text, { key, style: part.style, render, fixed: true });
  }
  if (part.kind === 'bars') {
    const { width, height } = part.drawn;
    const look = {
      key,
      viewBox: `0 0 ${part.width} 1`,
      preserveAspectRatio: 'none',
      style: { width, height },
    };
    return createElement(Svg, look, createElement(Path, { d: part.path, fill: '#000' }));
  }
  const look = { key, style: part.style, fixed: part.repeated === true, wrap: part.whole !== true };
  return createElement(View, look, part.parts.map(draw));
}

function documentOf({ title, language, size, sheets }) {
  const style = {
    fontFamily: FAMILIES,
    fontSize: TEXT_SIZES[size],
    padding: MARGINS[size],
    color: '#16181d',
  };
  const pages = sheets.map((parts, key) =>
    createElement(Page, { key, size: SIZES[size], style }, parts.map(draw)),
  );
  return createElement(Document, { title, language, creator: 'Waybill', producer: 'Waybill' }, pages);
}

parentPort.on('message', async ({ id, paper }) => {
  try {
    const bytes = await renderToBuffer(documentOf(paper));
    parentPort.postMessage({ id, bytes: new Uint8Array(bytes) });
  } catch (error) {
    parentPort.postMessage({
      id,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
