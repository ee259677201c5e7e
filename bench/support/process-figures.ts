import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** The most memory that a process had resident, in MB, as the kernel counts it; 0 for one that is gone. */
export function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** The processor time that a process took so far, in seconds; 0 for one that is gone. */
export function processorOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
