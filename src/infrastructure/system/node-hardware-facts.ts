import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { promisify } from 'node:util';
import type { HardwareFacts, HardwareFactsPort } from '../../application/ports/hardware-facts.port.js';

const run = promisify(execFile);
const PROBE_MS = 2000;
const NVIDIA_CARDS = '/proc/driver/nvidia/gpus';

/** What the operating system says about this machine. */
export class NodeHardwareFacts implements HardwareFactsPort {
  async read(): Promise<HardwareFacts> {
    return {
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      gpu: await readGpu(),
      platform: `${platform()} ${release()} ${arch()}`,
      node: process.versions.node,
    };
  }
}

/** The graphics card as its driver names it, `null` where there is none that a program can ask about cheaply. */
async function readGpu(): Promise<string | null> {
  return (await nvidiaFromProc()) ?? (await nvidiaFromTool());
}

async function nvidiaFromProc(): Promise<string | null> {
  try {
    const [card] = await readdir(NVIDIA_CARDS);
    const facts = await readFile(`${NVIDIA_CARDS}/${card ?? ''}/information`, 'utf8');
    return /^Model:\s*(.+)$/m.exec(facts)?.[1] ?? null;
  } catch {
    return null; // no such driver
  }
}

async function nvidiaFromTool(): Promise<string | null> {
  try {
    const { stdout } = await run('nvidia-smi', ['--query-gpu=name', '--format=csv,noheader'], {
      timeout: PROBE_MS,
    });
    const name = stdout.split('\n')[0]?.trim() ?? '';
    return name === '' ? null : name;
  } catch {
    return null; // no such tool, or it has nothing to say
  }
}
