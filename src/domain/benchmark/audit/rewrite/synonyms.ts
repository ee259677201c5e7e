/** PLACEHOLDER */
export function rewriteWords(text: string): string {
  return text.replaceAll('из-за', 'по причине');
}
