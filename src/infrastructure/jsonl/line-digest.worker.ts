import { parentPort } from 'node:worker_threads';
import { LineDigest } from './line-digest.js';
import type { LineDigestMessage } from './line-digest-thread.js';

/** The thread of a {@link LineDigestThread}: answers each piece when it is hashed, and the end with the hashes. */
const digest = new LineDigest();

parentPort?.on('message', (message: LineDigestMessage) => {
  parentPort?.postMessage(answerTo(message));
});

function answerTo(message: LineDigestMessage): unknown {
  if (message === 'finish') return digest.finish();
  digest.update(message.bytes, message.ends);
  return undefined;
}
