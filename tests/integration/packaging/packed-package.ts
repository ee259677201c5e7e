import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The package as its users get it: packed, unpacked, with its run-time dependencies beside it. */
export class PackedPackage {
  private constructor(
    readonly tarball: string,
    /** A project whose `node_modules` holds the package. */
    readonly project: string,
  ) {}

  static async make(): Promise<PackedPackage> {
    const folder = await mkdtemp(join(tmpdir(), 'etalon-packed-'));
    run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], process.cwd());
    const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
    const installed = join(folder, 'node_modules', 'etalon');
    await mkdir(installed, { recursive: true });
    run('tar', ['-xzf', join(folder, name), '-C', installed, '--strip-components=1'], folder);
    const packed = new PackedPackage(join(folder, name), folder);
    await packed.#linkDependencies(installed);
    // Without a manifest of its own the project belongs to whatever package a folder above holds.
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    return packed;
  }

  /** What the package brings, relative to its root. */
  files(): readonly string[] {
    const { stdout } = spawnSync('tar', ['-tzf', this.tarball], { encoding: 'utf8' });
    return stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(/^package\//, ''));
  }

  async remove(): Promise<void> {
    await rm(this.project, { recursive: true });
  }

  /** Only what the manifest names is there: a forgotten dependency shows. */
  async #linkDependencies(installed: string): Promise<void> {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    for (const name of Object.keys(manifest.dependencies)) {
      const link = join(this.project, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(resolve('node_modules', name), link, 'dir');
    }
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}
