// Runs the published vectors of C2SP chunked-encryption, Cobblestone-256: node wycheproof.mjs <file>.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { CHUNK, chunkedDecrypt, chunkedDecryptRange, chunkedEncrypt, EnvelopeError } from './envelope.mjs';

const bytes = (hex) => Buffer.from(hex, 'hex');
const file = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let passed = 0;
let total = 0;

function check(vector) {
  const key = bytes(vector.key);
  const context = bytes(vector.ctx);
  const message = inflateSync(bytes(vector.ct));
  let plaintext;
  try {
    plaintext = chunkedDecrypt(key, context, message);
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    return vector.result === 'invalid';
  }
  // A valid one must also come out again byte for byte, and be readable in parts.
  const half = Math.floor(plaintext.length / 2);
  const part = Math.min(CHUNK + 2, plaintext.length - half);
  return vector.result === 'valid'
    && plaintext.length === vector.msgLength
    && createHash('sha512').update(plaintext).digest('hex') === vector.msgSha512
    && chunkedEncrypt(key, message.subarray(0, 24), context, plaintext).equals(message)
    && chunkedDecryptRange(key, context, message, half, part).equals(plaintext.subarray(half, half + part));
}

for (const group of file.testGroups) {
  for (const vector of group.tests) {
    total++;
    if (check(vector)) passed++;
    else console.error(`failed: ${vector.tcId} ${vector.comment}`);
  }
}

console.log(`${passed}/${total} vectors of ${file.algorithm}`);
process.exit(passed === total && total === file.numberOfTests ? 0 : 1);
