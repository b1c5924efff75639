// Runs one command of the test run: its output is kept, and shown when it fails. An interrupt reaches it and waits for it.
import { spawn } from 'node:child_process';

const GRACE_MS = 20_000;
const running = new Set();
let interrupted = false;

export const wasInterrupted = () => interrupted;

/** Signals go to the whole group of the command, which then ends its own servers. */
export function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interrupted = true;
      for (const child of running) endGroup(child, signal);
    });
  }
}

function endGroup(child, signal) {
  const kill = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Already gone.
    }
  };
  kill(signal);
  setTimeout(() => running.has(child) && kill('SIGKILL'), GRACE_MS).unref();
}

/** Node warns when both are given; ours is the kept, searchable log. */
function withoutForcedColour({ FORCE_COLOR: _forced, ...env }) {
  return env;
}

/** @returns {Promise<{ code: number, output: string }>} */
export function runStep(command, args, { env = {}, cwd, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: withoutForcedColour({ ...process.env, ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    let output = '';
    let partial = '';
    const take = (chunk) => {
      output += chunk;
      if (!onLine) return;
      const lines = (partial + chunk).split('\n');
      partial = lines.pop();
      for (const line of lines) onLine(line);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: 1, output: `${output}\n${error.message}` });
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 1 : 0), output });
    });
  });
}
