const BEGIN = '<!--';
const END = '-->';

/** A text without HTML comments, which no reader of Markdown sees; one without an end stays. Linear in the text's length. */
export function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, from)) {
    const end = text.indexOf(END, begin + BEGIN.length);
    if (end < 0) break;
    kept += text.slice(from, begin);
    from = end + END.length;
  }
  return kept + text.slice(from);
}
