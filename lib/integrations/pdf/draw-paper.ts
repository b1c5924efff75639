import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { Paper } from '@/lib/documents/paper';

const THREAD = ['lib', 'integrations', 'pdf', 'draw-thread.mjs'];
/** One thread draws one document after the other; what is asked beyond this many is refused at once. */
const MOST_WAITING = 12;
const PATIENCE_MS = 60_000;
/** A thread that nobody needs gives its fonts' memory back. */
const IDLE_MS = 120_000;

const answerShape = z.object({
  id: z.number(),
  bytes: z.instanceof(Uint8Array).optional(),
  failure: z.string().optional(),
});

type Job = { done: (bytes: Uint8Array) => void; fail: (reason: Error) => void; timer: NodeJS.Timeout };

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let last = 0;
const jobs = new Map<number, Job>();

/** Draws a document as PDF, away from the thread that answers requests. */
export function drawPaper(paper: Paper): Promise<Uint8Array> {
  if (jobs.size >= MOST_WAITING) throw new DomainError('LIMIT', 'fulfilment.errors.printerBusy');
  clearTimeout(idle);
  const worker = thread ?? start();
  last += 1;
  const id = last;
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      fail(new DomainError('LIMIT', 'fulfilment.errors.printerBusy'));
      jobs.delete(id);
      stop(new Error('a document took too long to draw'));
    }, PATIENCE_MS);
    jobs.set(id, { done, fail, timer });
    worker.postMessage({ id, paper });
  });
}

/** The file as it stands on the disk, named so that no bundler takes it in: a bundled thread finds no fonts. */
const threadAddress = () => pathToFileURL([process.cwd(), ...THREAD].join(path.sep)).href;

function start(): Worker {
  const worker = new Worker(`import(${JSON.stringify(threadAddress())})`, { eval: true });
  worker.unref();
  worker.on('message', settle);
  worker.on('error', (error) => stop(error));
  worker.on('exit', () => {
    if (thread === worker) stop(new Error('the thread that draws documents ended'));
  });
  thread = worker;
  return worker;
}

function settle(message: unknown): void {
  const { id, bytes, failure } = answerShape.parse(message);
  const job = jobs.get(id);
  if (!job) return;
  jobs.delete(id);
  clearTimeout(job.timer);
  if (bytes) job.done(bytes);
  else job.fail(new Error(failure ?? 'a document was not drawn'));
  if (jobs.size === 0) {
    idle = setTimeout(() => stop(new Error('nobody needs it')), IDLE_MS);
    idle.unref();
  }
}

/** Ends the thread; whoever still waits is told. The next document starts a new one. */
function stop(reason: Error): void {
  const ended = thread;
  thread = undefined;
  for (const job of jobs.values()) {
    clearTimeout(job.timer);
    job.fail(reason);
  }
  jobs.clear();
  ended?.terminate().catch(() => {});
}
