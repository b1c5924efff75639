import { Socket } from 'node:net';

/** Where to connect, as the client's options hold it: several hosts are tried in turn. */
type Target = { host: string[]; port: number[]; path?: string | undefined | false };

let attempts = 0;

/**
 * A connection to the database that sends at once, and in one piece, what is said in one go. The client writes each
 * statement by itself: left to its defaults, the system holds the second back until the first is answered (Nagle), so
 * statements sent together would be two round trips.
 */
export function openWire({ host, port, path }: Target): Socket {
  const socket = new Socket();
  socket.setNoDelay(true);
  const n = attempts++ % host.length;
  // What fails is heard by the client, which listens before anything can: it asks for the next one itself.
  if (path) return sendTogether(socket.connect(path));
  const [name = 'localhost', number = 5432] = [host[n], port[n]];
  return sendTogether(Object.assign(socket.connect(number, name), { host: name, port: number }));
}

/** For a socket that connects already: connecting puts its own `write` back. */
function sendTogether(socket: Socket): Socket {
  const write = socket.write.bind(socket);
  socket.write = ((...said: Parameters<typeof write>) => {
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    return write(...said);
  }) as typeof socket.write;
  return socket;
}
