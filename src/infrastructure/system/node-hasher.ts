import { createHash } from 'node:crypto';
import type { Hasher, IncrementalHash } from '../../application/ports/hasher.port.js';

/** SHA-256 of the runtime. */
export class NodeHasher implements Hasher {
  hash(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }

  incremental(): IncrementalHash {
    const hash = createHash('sha256');
    return {
      update: (text) => {
        hash.update(text, 'utf8');
      },
      digest: () => hash.digest('hex'),
    };
  }
}
