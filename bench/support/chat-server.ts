import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * A chat endpoint that answers every question after the same time with the same scores:
 *   node build/bench/support/chat-server.js LATENCY_MS
 * It prints its port. The probes of a judge's test of itself are answered as they should be.
 */
const latency = Number(process.argv[2] ?? 50);
const MARK = /Метка задания: ([0-9a-f]+)/u;
const BAD = /Орлов|фыва|беспристрастный эксперт\. Оцени/u;

function answerTo(body: string): string {
  const good = !BAD.test(body);
  const score = good ? 0.9 : 0.1;
  const scores = { coverage: score, accuracy: score, coherence: score, informativeness: score };
  const content = JSON.stringify({
    mark: MARK.exec(body)?.[1] ?? '',
    notes: 'Главное на месте, ошибок нет.',
    ...scores,
  });
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 1500, completion_tokens: 90, total_tokens: 1590 };
  return JSON.stringify({ id: 'c', object: 'chat.completion', created: 1_730_000_000, model: 'bench', choices, usage });
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = answerTo(summaryPart(Buffer.concat(chunks)));
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    }, latency);
  });
});

/** The question without the rubric. */
function summaryPart(body: Buffer): string {
  const at = body.indexOf('"role":"user"');
  return body.toString('utf8', Math.max(0, at));
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
process.on('disconnect', () => process.exit());
