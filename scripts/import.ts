import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import type { Id } from '@/lib/core/ids';
import type { Translate } from '@/lib/i18n/translator';
import { runCommand, withDatabase } from './with-database';

type Options = { store: string; as: string; currency?: string; zone?: string; setAside?: string };

const command = new Command('npm run import --')
  .description(
    'Brings a file of past orders into a store. A run that was stopped goes on; a finished one changes nothing.',
  )
  .argument('<file>', 'CSV in UTF-8, plain or gzipped')
  .requiredOption('--store <slug>', 'the store, by its slug')
  .requiredOption('--as <source>', 'how the file is written, such as online-retail')
  .option('--currency <code>', 'the currency of its prices (default: the store’s)')
  .option('--zone <zone>', 'the time zone of its times (default: the store’s)')
  .option('--set-aside <file>', 'where to write the rows that became no order, as CSV')
  .action((file: string, options: Options) => withDatabase(() => bringIn(file, options)));

const say = (text: string) => process.stdout.write(`${text}\n`);

async function bringIn(file: string, options: Options): Promise<void> {
  const [{ getStoreBySlug }, { systemCtx }, { importFile }, { holds }, { reportText }, i18n, locales] =
    await Promise.all([
      import('@/lib/stores/get-store-by-slug'),
      import('@/lib/access/system'),
      import('@/lib/exchange/import-file'),
      import('@/lib/exchange/import-report'),
      import('@/lib/exchange/report-text'),
      import('@/lib/i18n/translator'),
      import('@/lib/i18n/locales'),
    ]);
  const t = i18n.translator(locales.DEFAULT_LOCALE);
  const store = await getStoreBySlug(options.store);
  if (!store) throw new Error(`there is no store ${options.store}: make one with npm run create-store`);
  const ctx = systemCtx(store, 'import', new Date(), `import-${process.pid}`);
  const { importId, report, repeated } = await inWords(t, () =>
    importFile(ctx, {
      path: file,
      source: options.as,
      currency: options.currency ?? store.currency,
      timeZone: options.zone ?? store.timeZone,
      onProgress: progress(t),
    }),
  );
  say(`\n${t('exchange.report.title', { file })}`);
  if (repeated) say(t('exchange.report.again'));
  say(`\n${reportText(report, t)}`);
  if (options.setAside) {
    const { readSetAside } = await import('@/lib/exchange/read-set-aside');
    const importedId: Id<'imp'> = importId;
    await pipeline(Readable.from(readSetAside(ctx, importedId)), createWriteStream(options.setAside));
    say(t('exchange.report.setAsideFile', { file: options.setAside }));
  }
  if (!holds(report)) process.exitCode = 1;
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
