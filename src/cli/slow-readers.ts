import type { Server, ServerResponse } from 'node:http';

const SWEEP_INTERVAL_MS = 5_000;

/** The last piece that was handed to a connection, and since when it waits to be taken. */
interface Piece {
  readonly bytesWritten: number;
  readonly since: number;
}

/**
 * Cuts connections whose client does not take what it asked for: each piece that is handed over, a whole answer or a part
 * of a download, must be taken within this time. Otherwise its memory is held for as long as the client likes.
 */
export function cutSlowReaders(server: Server, takenWithinMs: number): void {
  const pieces = new Map<ServerResponse, Piece>();
  server.on('request', (_request, response: ServerResponse) => {
    pieces.set(response, { bytesWritten: -1, since: 0 });
    response.once('close', () => pieces.delete(response));
  });
  const sweep = setInterval(
    () => {
      const now = performance.now();
      for (const [response, { bytesWritten, since }] of pieces) {
        const { socket } = response;
        if (socket === null || socket.writableLength === 0) continue;
        if (socket.bytesWritten !== bytesWritten) {
          pieces.set(response, { bytesWritten: socket.bytesWritten, since: now });
        } else if (now - since > takenWithinMs) socket.destroy();
      }
    },
    Math.min(SWEEP_INTERVAL_MS, takenWithinMs),
  );
  sweep.unref();
  server.once('close', () => clearInterval(sweep));
}
