import { inflateSync } from 'node:zlib';

type Objects = Map<number, { head: string; stream: Buffer | null }>;

/** The text of a PDF page by page, as its own character maps say it: enough for documents we drew ourselves. */
export function readPdf(bytes: Uint8Array): { pages: string[]; boxes: string[] } {
  const objects = readObjects(Buffer.from(bytes));
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return {
    pages: pages.map((page) => pageText(page.head, objects)),
    boxes: pages.map(({ head }) => /\/MediaBox\s*\[([^\]]*)\]/.exec(head)?.[1]?.trim() ?? ''),
  };
}

function readObjects(file: Buffer): Objects {
  const text = file.toString('latin1');
  const objects: Objects = new Map();
  for (const match of text.matchAll(/(\d+) 0 obj\b([\s\S]*?)\bendobj/g)) {
    const body = match[2] ?? '';
    const at = body.search(/\bstream\r?\n/);
    const head = at < 0 ? body : body.slice(0, at);
    objects.set(Number(match[1]), { head, stream: at < 0 ? null : unpack(head, body.slice(at)) });
  }
  return objects;
}

function unpack(head: string, body: string): Buffer {
  const begin = body.indexOf('\n') + 1;
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1] ?? body.lastIndexOf('endstream') - begin);
  const data = Buffer.from(body.slice(begin, begin + length), 'latin1');
  return /FlateDecode/.test(head) ? inflateSync(data) : data;
}

function refs(text: string, key: string): number[] {
  const list = new RegExp(`/${key}\\s*(?:\\[([^\\]]*)\\]|(\\d+ 0 R))`).exec(text);
  return [...(list?.[1] ?? list?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map((ref) => Number(ref[1]));
}

function pageText(head: string, objects: Objects): string {
  const [resource] = refs(head, 'Resources');
  const resources = resource === undefined ? head : (objects.get(resource)?.head ?? '');
  const [fontList] = refs(resources, 'Font');
  const fonts =
    fontList === undefined
      ? (/\/Font\s*<<([\s\S]*?)>>/.exec(resources)?.[1] ?? '')
      : (objects.get(fontList)?.head ?? '');
  const maps = new Map(
    [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => [
      name,
      charactersOf(Number(id), objects),
    ]),
  );
  const content = refs(head, 'Contents')
    .map((id) => objects.get(id)?.stream?.toString('latin1') ?? '')
    .join('\n');
  return shownText(content, maps);
}

function charactersOf(font: number, objects: Objects): Map<number, string> {
  const [id] = refs(objects.get(font)?.head ?? '', 'ToUnicode');
  const source = id === undefined ? '' : (objects.get(id)?.stream?.toString('latin1') ?? '');
  const found = new Map<number, string>();
  for (const [, list = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>/g)) found.set(hex(from), utf16(to));
  }
  for (const [, list = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', , to = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g)) {
      [...to.matchAll(/<([\w ]+)>/g)].forEach(([, code = ''], i) => {
        found.set(hex(from) + i, utf16(code.replace(/\s/g, '')));
      });
    }
  }
  return found;
}

const hex = (digits: string) => Number.parseInt(digits, 16);
const utf16 = (digits: string) =>
  String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

function shownText(content: string, maps: Map<string | undefined, Map<number, string>>): string {
  let now: Map<number, string> | undefined;
  let text = '';
  for (const [, font, strings] of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) now = maps.get(font);
    for (const [, codes = ''] of (strings ?? '').matchAll(/<(\w+)>/g)) {
      for (const code of codes.match(/.{4}/g) ?? []) text += now?.get(hex(code)) ?? '';
    }
    if (strings !== undefined) text += '\n';
  }
  return text;
}
