import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATIENCE_MS = 2000;

/** The commit that a folder's checkout is at, so that a result can be traced to code; `null` outside of one. */
export async function readGitCommit(folder: string): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['-C', folder, 'rev-parse', 'HEAD'], { timeout: PATIENCE_MS });
    return stdout.trim();
  } catch {
    return null; // no git, no checkout, or no commit yet
  }
}
