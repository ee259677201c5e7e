import { expect } from 'chai';
import { StreamOutput } from '#etalon/presentation/cli/output/stream-output.js';
import { MemoryStream } from '../../../../support/memory-stream.js';

const make = (options: { json?: boolean; quiet?: boolean; colours?: boolean }) => {
  const [out, err] = [new MemoryStream(), new MemoryStream()];
  const output = new StreamOutput(out, err, { json: false, quiet: false, colours: false, ...options });
  return { out, err, output };
};

const sayEverything = (output: StreamOutput) => {
  output.line('text');
  output.table([{ a: 1 }]);
  output.table([]);
  output.line();
  output.note('remark');
  output.json({ b: 2 });
};

describe('StreamOutput', () => {
  it('writes lines and tables for people, remarks beside them', () => {
    const { out, err, output } = make({});
    sayEverything(output);
    expect(out.text).to.equal('text\na\n1\n\n');
    expect(err.text).to.equal('remark\n');
  });

  it('writes one document for machines, and nothing else', () => {
    const { out, err, output } = make({ json: true });
    sayEverything(output);
    expect(JSON.parse(out.text)).to.deep.equal({ b: 2 });
    expect(err.text).to.equal('');
    expect(() => {
      output.json({});
    }).to.throw(/one JSON document/);
  });

  it('keeps remarks to itself when it should be quiet', () => {
    const { out, err, output } = make({ quiet: true });
    sayEverything(output);
    expect(out.text).not.to.equal('');
    expect(err.text).to.equal('');
  });

  it('marks headings where colours are on', () => {
    const { out, output } = make({ colours: true });
    output.table([{ a: 1 }]);
    expect(out.text).to.equal('\u001b[1ma\u001b[22m\n1\n');
  });

  it('does not let foreign text drive the terminal', () => {
    const { out, output } = make({ colours: true });
    output.line('title\u001b]0;owned\u0007 \u001b[2J \u009b31m\r');
    expect(out.text).to.equal('title\ufffd]0;owned\ufffd \ufffd[2J \ufffd31m\ufffd\n');
  });
});
