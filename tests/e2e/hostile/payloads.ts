import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Payload {
  readonly id: string;
  readonly html: string;
}

/** Payloads of a gzipped list, one JSON object a line. Throws with the line's number when one has not the form. */
export function readPayloads(file: string): Payload[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { id, html } = JSON.parse(line);
    if (typeof html !== 'string') throw new Error(`${file}, line ${index + 1}: html is ${typeof html}`);
    return [{ id: String(id ?? index + 1), html }];
  });
}

/** Every n-th payload, so that a sample holds some of each source. */
export function sampled(payloads: readonly Payload[], count: number): readonly Payload[] {
  if (count >= payloads.length) return payloads;
  return Array.from({ length: count }, (_, i) => payloads[Math.floor((i * payloads.length) / count)]!);
}
