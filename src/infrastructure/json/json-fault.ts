/** A place in a JSON file that is not what it must be. Never leaves infrastructure: whoever reads the file adds its path. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';

  /**
   * @param offset - bytes from the start of the file.
   * @param problem - what is wrong there, to follow "byte N: ".
   */
  constructor(
    readonly offset: number,
    readonly problem: string,
  ) {
    super(`byte ${offset}: ${problem}`);
  }
}
