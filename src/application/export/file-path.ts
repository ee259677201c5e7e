/** The folder of a path with its separator at the end; "" when the path has none. */
export function folderOf(path: string): string {
  return path.slice(0, path.length - baseOf(path).length);
}

/** The last part of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
