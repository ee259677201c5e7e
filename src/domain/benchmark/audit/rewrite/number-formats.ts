/** PLACEHOLDER */
export function rewriteNumbers(text: string): string {
  return text.replace(/(\d) ?%/gu, '$1 процентов');
}
