// Exchanges envelopes with another implementation through a folder.
//
//   node exchange.mjs seal <folder> <count>   writes <count> cases that this implementation sealed: node-<n>.json
//   node exchange.mjs open <folder> <prefix>  opens every <prefix>-<n>.json; fails unless all give their plaintext
//   node exchange.mjs judge <file>             says of each line, an envelope or key record in hex, what its form is
//
// A case: { key: { alg, uri, version, key }, context: [[name, value]], plaintext, envelope, record }, bytes in hex;
// `record` is null for an attached envelope, else the key record of a detached one.

import { randomBytes, randomInt } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describe, EnvelopeError, keyRecordCreate, keyRecordDescribe, keyRecordRead, open, seal, wrap,
} from './envelope.mjs';
import { bytes, keyOf, publicTestRsaKey } from './vectors.mjs';

const [, , verb, folder, argument] = process.argv;
const hex = (data) => data.toString('hex');

function sealedCase(number) {
  const version = hex(randomBytes(16));
  const key = number % 2 === 0
    ? { alg: 'A256KW', uri: 'https://contoso-kv.vault.azure.net/keys/storage', version, key: randomBytes(32) }
    : { alg: 'RSA-OAEP-256', uri: `urn:schlüssel:${number}`, version, key: publicTestRsaKey() };
  const dek = randomBytes(32);
  const dekId = randomBytes(16);
  const context = [['tenant', hex(randomBytes(4))], ['x-größe', '😀'], ['asset', '']].slice(0, number % 4);
  const plaintext = randomBytes([0, 1, 16_383, 16_384, 16_385, randomInt(50_000)][number % 6]);
  const stanzas = [wrap(key, dek)];
  const detached = number % 3 === 0;
  const envelope = seal({
    dek, dekId, salt: randomBytes(24), context, plaintext, stanzas: detached ? undefined : stanzas,
  });
  const record = detached
    ? keyRecordCreate({ dek, dekId, createdAt: Math.floor(Date.now() / 1000), scope: `scope ${number}`, stanzas })
    : null;
  return {
    key: { ...key, key: hex(key.key) }, context, plaintext: hex(plaintext),
    envelope: hex(envelope), record: record === null ? null : hex(record),
  };
}

function opens({ key, context, plaintext, envelope, record }) {
  const keys = [keyOf(key)];
  const options = record === null
    ? { keys, context }
    : { dataKeys: [keyRecordRead(bytes(record), keys)], context };
  return hex(open(bytes(envelope), options)) === plaintext;
}

function judged(data) {
  try {
    const { stanzas } = (data[3] === 'K'.charCodeAt(0) ? keyRecordDescribe : describe)(data);
    return `${stanzas.length} stanzas`;
  } catch (error) {
    if (error instanceof EnvelopeError) return `${error.fault} at ${error.offset}`;
    throw error;
  }
}

if (verb === 'seal') {
  for (let i = 0; i < Number(argument); i++) {
    writeFileSync(join(folder, `node-${i}.json`), JSON.stringify(sealedCase(i)));
  }
} else if (verb === 'open') {
  const names = readdirSync(folder).filter((name) => name.startsWith(`${argument}-`));
  const failed = names.filter((name) => !opens(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  for (const name of failed) console.error(`another plaintext: ${name}`);
  console.log(`opened ${names.length - failed.length} of ${names.length}`);
  process.exit(failed.length === 0 && names.length > 0 ? 0 : 1);
} else if (verb === 'judge') {
  const lines = readFileSync(folder, 'utf8').split('\n').filter((line) => line !== '');
  console.log(lines.map((line) => judged(bytes(line))).join('\n'));
} else {
  console.error('usage: node exchange.mjs seal <folder> <count> | open <folder> <prefix> | judge <file>');
  process.exit(2);
}
