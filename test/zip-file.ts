import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = { name: string; content: string | Buffer; flags?: number };

/** A zip archive of some parts, in memory: for archives no library would make. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    shared.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(Buffer.concat([entry, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook whose one sheet has this XML as its rows. */
export function workbookOf(rows: string, more: readonly ZipPart[] = []): Buffer {
  return zipFile([
    { name: '_rels/.rels', content: `${HEAD}<Relationships/>` },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook ${MAIN} xmlns:r="${RELS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    ...more,
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${HEAD}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
    },
  ]);
}

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Records as rows of a sheet, every cell a text. */
export const sheetRows = (records: readonly (readonly string[])[]): string =>
  records
    .map((cells, row) => {
      const written = cells.map(
        (cell, i) => `<c r="${column(i)}${row + 1}" t="inlineStr"><is><t>${text(cell)}</t></is></c>`,
      );
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');

function column(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return (rest >= 0 ? column(rest) : '') + String.fromCharCode(65 + (place % 26));
}
