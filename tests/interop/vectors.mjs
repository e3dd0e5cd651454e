// What make-vectors.mjs and verify.mjs share: where the file is, and how its members become bytes.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const VECTORS = here('../AmlSecurity.Domain.Tests/Vectors/envelope-v1.json');

/** The RSA key of the vectors: a test key that everybody has. */
export const publicTestRsaKey = () =>
  Buffer.from(JSON.parse(readFileSync(here('public-test-rsa-key.json'), 'utf8')).pkcs8.join(''), 'hex');

export const bytes = (hex) => Buffer.from(hex, 'hex');

/** Makes a plaintext of its recipe: `{ hex }`, or `{ repeat, length }`. */
export const plaintextOf = (recipe) =>
  recipe.hex !== undefined ? bytes(recipe.hex) : Buffer.alloc(recipe.length, bytes(recipe.repeat));

export const stanzaOf = (json) => ({ ...json, wrapped: bytes(json.wrapped) });

export const keyOf = (json) => ({ ...json, key: bytes(json.key) });

/** Applies edits to a base. Offsets are those of the bytes as edited so far; `copy` takes from the base. */
export function edit(base, edits) {
  let result = base;
  for (const { at, remove = 0, insert = '', copy } of edits) {
    const middle = copy === undefined ? bytes(insert) : base.subarray(copy[0], copy[0] + copy[1]);
    result = Buffer.concat([result.subarray(0, at), middle, result.subarray(at + remove)]);
  }
  return result;
}
