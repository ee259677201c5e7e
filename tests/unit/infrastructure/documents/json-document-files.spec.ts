import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import type { FoundDocument } from '#etalon/application/ports/document-files.port.js';
import { JsonDocumentFiles } from '#etalon/infrastructure/documents/json-document-files.js';
import { splitDocuments } from '#etalon/infrastructure/documents/split-documents.js';
import { collect, expectCode } from '../../../support/expect-code.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const MIB = 1024 * 1024;

function found(content: string | Buffer): Promise<readonly FoundDocument[]> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'in.json');
    await writeFile(file, content);
    const all = await collect(new JsonDocumentFiles().read(file));
    return all.map((one) => ({ ...one, place: one.place.replace(`${file}, `, '') }));
  });
}

async function documents(content: string | Buffer): Promise<readonly unknown[]> {
  return (await found(content)).map((one) => (one.state === 'read' ? one.document : one));
}

async function faultOf(content: string | Buffer, code = 'SOURCE_MALFORMED'): Promise<string> {
  const { message, hint } = await expectCode(code, found(content));
  expect(hint).to.match(/mongoexport|seed|jsonArray/);
  return message.replace(/^\S+ /, '');
}

/** So many bytes of one kind, packed piece by piece: never held. */
async function bomb(before: string, filling: string, mebibytes: number): Promise<Buffer> {
  const gzip = createGzip();
  const piece = Buffer.alloc(MIB, filling);
  const packed = collect(gzip as AsyncIterable<Buffer>);
  gzip.write(before);
  for (let count = 0; count < mebibytes; count += 1) {
    if (!gzip.write(piece)) await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end();
  return Buffer.concat(await packed);
}

describe('JsonDocumentFiles', () => {
  const two = [{ a: 1 }, { b: 'я' }];

  for (const [title, content] of [
    ['lines', '{"a":1}\n{"b":"я"}\n'],
    ['lines without the last newline', '{"a":1}\n{"b":"я"}'],
    ['lines that end in CR LF, empty ones between them', '{"a":1}\r\n\r\n  \r\n{"b":"я"}\r\n'],
    ['a byte order mark', '\uFEFF\n{"a":1}\n{"b":"я"}\n'],
    ['an array', '[{"a":1},{"b":"я"}]'],
    ['an array over many lines, behind a mark and white space', '\uFEFF \n[\n{"a":\n1},\n\n{"b":"я"}\n]\n'],
  ] as const) {
    it(`reads ${title}, plain and packed`, async () => {
      expect(await documents(content)).to.deep.equal(two);
      expect(await documents(gzipSync(content))).to.deep.equal(two);
    });
  }

  it('reads the same however the bytes are cut', async () => {
    const value = fc.dictionary(fc.constantFrom('a', 'b', 'ключ'), fc.string({ unit: 'grapheme' }), { maxKeys: 3 });
    const shape = fc.record({
      values: fc.array(value, { maxLength: 6 }),
      array: fc.boolean(),
      cut: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ values, array, cut }) => {
        const text = array ? JSON.stringify(values) : values.map((one) => `${JSON.stringify(one)}\n`).join('');
        const bytes = Buffer.from(text);
        const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, n) =>
          bytes.subarray(n * cut, (n + 1) * cut),
        );
        const split = await collect(splitDocuments(asStream(chunks), () => undefined));
        expect(split.map((one) => (one.state === 'value' ? one.value : one))).to.deep.equal(values);
      }),
    );
  });

  it('names the line and the byte of what is broken, and reads on', async () => {
    const broken = await found('{"a":1}\n{"a":}\n[1]\n5\n{"b":2}{"c":3}\n{"a":1e400}\n{"ok":true}');
    expect(broken.map((one) => [one.place, one.state === 'broken' ? one.problem : 'read'])).to.deep.equal([
      ['line 1', 'read'],
      ['line 2', 'byte 13: expected a value, found `}`'],
      ['line 3', 'is no document: a document is a JSON object'],
      ['line 4', 'is no document: a document is a JSON object'],
      ['line 5', 'byte 28: expected the end of the file, found `{`'],
      ['line 6', '/a is a number out of range'],
      ['line 7', 'read'],
    ]);
  });

  it('counts lines and bytes from the start of the file', async () => {
    expect(await found('\uFEFF\n\n{"a":}\n')).to.deep.equal([
      { state: 'broken', place: 'line 3', problem: 'byte 10: expected a value, found `}`' },
    ]);
    expect(await faultOf('\n\n[{"a":1},]')).to.equal('is broken at byte 11: expected a value, found `]`.');
  });

  it('names the byte of what is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":1}\n{"b":"'), Buffer.from([0xff]), Buffer.from('"}\n')]);
    expect((await found(bytes))[1]).to.deep.include({ place: 'line 2', problem: 'byte 14: the bytes are not UTF-8' });
  });

  it('finds nothing in a file without documents', async () => {
    for (const content of ['', ' \n\n', '\uFEFF', '[]', gzipSync('')]) expect(await found(content)).to.deep.equal([]);
  });

  it('refuses brackets that nest too deep', async () => {
    const deep = `{"a":${'['.repeat(100_000)}`;
    expect(await found(deep)).to.deep.equal([
      { state: 'broken', place: 'line 1', problem: 'byte 132: brackets nest deeper than 128 levels' },
    ]);
    expect(await faultOf(`[${deep}`)).to.contain('brackets nest deeper than 128 levels');
  });

  for (const [title, before, filling] of [
    ['one endless line', '{"a":"', 'x'],
    ['spaces', '', ' '],
    ['spaces behind a document', '{"a":1}\n', ' '],
    ['empty lines', '{"a":1}\n', '\n'],
    ['spaces in an array', '[{"a":1},', ' '],
    ['an endless string in an array', '[{"a":"', 'x'],
    ['an endless number', '[', '1'],
  ] as const) {
    it(`ends at a bomb of ${title} long before its end, and in flat memory`, async function () {
      this.timeout(60_000);
      const packed = await bomb(before, filling, 96);
      const begun = process.memoryUsage().rss;
      expect(await faultOf(packed)).to.match(
        /is broken at byte \d+: (?:no document ends within|one value is larger than) 33554432 bytes/,
      );
      expect(process.memoryUsage().rss - begun, 'growth').to.be.lessThan(256 * MIB);
    });
  }

  it('refuses a gzip file that is cut or broken', async () => {
    const packed = gzipSync('{"a":1}\n'.repeat(10_000));
    expect(await faultOf(packed.subarray(0, packed.length - 20))).to.equal('is no whole gzip file.');
    expect(await faultOf(Buffer.concat([packed.subarray(0, 12), Buffer.alloc(40)]))).to.equal('is no whole gzip file.');
  });

  it('says what to do with an export of Telegram and with pretty documents', async () => {
    const chat = { name: 'Канал', type: 'public_channel', id: 1, messages: [] };
    for (const text of [JSON.stringify(chat), JSON.stringify(chat, null, 1)])
      expect(await faultOf(text, 'IMPORT_FILE_UNSUITABLE')).to.equal('is an export of Telegram Desktop.');
    const pretty = await faultOf(JSON.stringify({ digest_id: 'd' }, null, 2), 'IMPORT_FILE_UNSUITABLE');
    expect(pretty).to.equal('has documents of several lines each.');
  });

  it('says of a file of another kind what it is not, once and with the first place', async () => {
    const sqlite = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, '\n{\0')]);
    for (const [content, what] of [
      [sqlite, 'byte 0 is "S"'],
      [Buffer.concat([Buffer.from(' \n'), Buffer.alloc(100_000, 0x9d)]), 'byte 2 is 0x9d'],
      [gzipSync(sqlite), 'byte 0 is "S"'],
      ['digest_id,channel\n1,@a\n'.repeat(400), 'byte 0 is "d"'],
    ] as const)
      expect(await faultOf(content, 'IMPORT_FILE_UNSUITABLE')).to.equal(
        `is not JSON: ${what}, where a document begins with "{" and an array with "[".`,
      );
  });

  it('reads on behind a first line that is broken', async () => {
    const lines = await found('connected to: mongodb://localhost\n{"ok":true}\n');
    expect(lines.map(({ state }) => state)).to.deep.equal(['broken', 'read']);
  });

  it('says that a file is not there or cannot be read', async () => {
    await inTemporaryFolder(async (folder) => {
      const files = new JsonDocumentFiles();
      const { hint } = await expectCode('SOURCE_NOT_FOUND', collect(files.read(join(folder, 'none.json'))));
      expect(hint).not.to.include('--path');
      await expectCode('SOURCE_UNREADABLE', collect(files.read(folder)));
    });
  });
});

async function* asStream(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield Buffer.from(chunk);
  }
}
