import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import type { Id } from '@/lib/core/ids';
import type { Translate } from '@/lib/i18n/translator';
import { runCommand, withDatabase } from './with-database';

type Options = {
  store: string;
  as?: string;
  map?: string;
  currency?: string;
  zone?: string;
  setAside?: string;
};

const command = new Command('npm run import --')
  .description('Brings a file into a store. A run that was stopped goes on; a finished one changes nothing.')
  .argument(
    '<files...>',
    'CSV or another delimited text, plain or gzipped, or XLSX; several are joined by their keys',
  )
  .requiredOption('--store <slug>', 'the store, by its slug')
  .option('--as <name>', 'how the file is written: a mapping the store saved, or online-retail')
  .option('--map <file>', 'how the file is written: a mapping as JSON')
  .option('--currency <code>', 'the currency of its prices (default: the store’s)')
  .option('--zone <zone>', 'the time zone of its times (default: the store’s)')
  .option('--set-aside <file>', 'where to write the rows set aside or refused, as CSV')
  .action((files: string[], options: Options) => withDatabase(() => bringIn(files, options)));

const say = (text: string) => process.stdout.write(`${text}\n`);

async function bringIn([file = '', ...beside]: readonly string[], options: Options): Promise<void> {
  const [
    { getStoreBySlug },
    { systemCtx },
    { importFile },
    { findMapping },
    { holds },
    { reportText, countsText },
    i18n,
    locales,
  ] = await Promise.all([
    import('@/lib/stores/get-store-by-slug'),
    import('@/lib/access/system'),
    import('@/lib/exchange/import-file'),
    import('@/lib/exchange/find-mapping'),
    import('@/lib/exchange/import-report'),
    import('@/lib/exchange/report-text'),
    import('@/lib/i18n/translator'),
    import('@/lib/i18n/locales'),
  ]);
  const t = i18n.translator(locales.DEFAULT_LOCALE);
  const store = await getStoreBySlug(options.store);
  if (!store) throw new Error(`there is no store ${options.store}: make one with npm run create-store`);
  const ctx = systemCtx(store, 'import', new Date(), `import-${process.pid}`);
  const { importId, report, counts, repeated } = await inWords(t, async () => {
    const source = await mappingOf(options);
    const own = typeof source === 'string' ? await findMapping(ctx, source) : source;
    return importFile(ctx, {
      path: file,
      beside,
      source: own,
      currency: options.currency ?? own.currency ?? store.currency,
      timeZone: options.zone ?? own.timeZone ?? store.timeZone,
      onProgress: progress(t),
    });
  });
  say(`\n${t('exchange.report.title', { file })}`);
  if (repeated) say(t('exchange.report.again'));
  say(`\n${report ? reportText(report, t) : countsText(counts ?? {}, t)}`);
  if (options.setAside) {
    const { readSetAside } = await import('@/lib/exchange/read-set-aside');
    const { readRefused } = await import('@/lib/exchange/read-refused');
    const importedId: Id<'imp'> = importId;
    await pipeline(
      Readable.from(report ? readSetAside(ctx, importedId) : readRefused(ctx, importedId, t)),
      createWriteStream(options.setAside),
    );
    say(t('exchange.report.setAsideFile', { file: options.setAside }));
  }
  if (report && !holds(report)) process.exitCode = 1;
}

/** What the options name: a mapping in a file, or the name of one. */
async function mappingOf({ as, map }: Options) {
  if (map === undefined) {
    if (as === undefined) throw new Error('say how the file is written: --as NAME or --map FILE');
    return as;
  }
  const { sourceMapping } = await import('@/lib/exchange/source-mapping');
  const parsed = sourceMapping.safeParse(JSON.parse(await readFile(map, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${map}: ${issue?.path.join('.')} ${issue?.message}`);
}

/** An expected failure in the words of the catalogue. */
async function inWords<T>(t: Translate, work: () => Promise<T>): Promise<T> {
  const { DomainError } = await import('@/lib/core/errors');
  try {
    return await work();
  } catch (error) {
    throw error instanceof DomainError ? new Error(t(error.key, error.details.params)) : error;
  }
}

/** One line per step on a terminal, rewritten; silent rows elsewhere. */
function progress(t: Translate): (status: string, done: number) => void {
  let last = '';
  return (status, done) => {
    const title = t(`exchange.status.${status}`);
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${title} … ${done}`);
    else if (status !== last) say(`${title} …`);
    last = status;
  };
}

await runCommand(async () => {
  await command.parseAsync();
});
