import * as fs from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  type DumpTable,
  dumpTable,
  type Ending,
  endingShape,
  type Manifest,
  manifestShape,
} from './dump-format';

const NEWLINE = 10;
const MARK = Buffer.from('\n\\.\n');

/** What the reader hands over, in the order of the file. Rows come in pieces that end with a whole row. */
export type Visitor = {
  manifest: (manifest: Manifest) => Promise<void>;
  table: (table: DumpTable) => Promise<void>;
  rows: (piece: Buffer) => Promise<void>;
  tableEnd: () => Promise<void>;
  ending: (ending: Ending) => Promise<void>;
};

type State = 'manifest' | 'between' | 'rows' | 'ended';

class DumpReader {
  private state: State = 'manifest';
  private rest: Buffer = Buffer.from('\n');

  constructor(private readonly visitor: Visitor) {}

  async take(chunk: Buffer): Promise<void> {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (await (this.state === 'rows' ? this.takeRows() : this.takeLine()));
  }

  finish(): void {
    if (this.state !== 'ended') throw new Error('the dump is cut short');
  }

  // The rest always begins with the newline before what is next, so that `\.` is found on a line of its own only.
  private async takeLine(): Promise<boolean> {
    const at = this.rest.indexOf(NEWLINE, 1);
    if (at < 0) return false;
    const line: unknown = JSON.parse(this.rest.toString('utf8', 1, at));
    this.rest = this.rest.subarray(at);
    await this.visit(line);
    return true;
  }

  private async visit(line: unknown): Promise<void> {
    if (this.state === 'manifest') {
      const manifest = manifestShape.safeParse(line);
      if (!manifest.success) throw new Error('this is not a dump of Waybill, or one of another version');
      this.state = 'between';
      return this.visitor.manifest(manifest.data);
    }
    const table = dumpTable.safeParse(line);
    if (table.success) {
      this.state = 'rows';
      return this.visitor.table(table.data);
    }
    this.state = 'ended';
    return this.visitor.ending(endingShape.parse(line));
  }

  private async takeRows(): Promise<boolean> {
    const mark = this.rest.indexOf(MARK);
    const upTo = mark >= 0 ? mark : this.rest.lastIndexOf(NEWLINE, this.rest.length - MARK.length);
    if (upTo > 0) {
      await this.visitor.rows(this.rest.subarray(1, upTo + 1));
      this.rest = this.rest.subarray(upTo);
    }
    if (mark < 0) return false;
    this.rest = this.rest.subarray(MARK.length - 1);
    this.state = 'between';
    await this.visitor.tableEnd();
    return true;
  }
}

/** Reads a dump from its beginning to its end, in little memory. Throws when it is damaged or cut short. */
export async function readDump(file: string, visitor: Visitor): Promise<void> {
  const reader = new DumpReader(visitor);
  const stream = fs.createReadStream(file);
  const text = stream.pipe(createGunzip());
  stream.once('error', (error) => text.destroy(error));
  for await (const chunk of text) await reader.take(Buffer.from(chunk));
  reader.finish();
}
