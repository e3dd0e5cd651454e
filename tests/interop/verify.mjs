// Checks the published vectors with the JavaScript implementation: node verify.mjs [file].

import { createCipheriv, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  contextEncode, describe, EnvelopeError, isContextName, keyRecordCreate, keyRecordDescribe, keyRecordRead, open,
  openRange, seal, wrapA256Kw,
} from './envelope.mjs';
import { bytes, edit, keyOf, plaintextOf, stanzaOf, VECTORS } from './vectors.mjs';

const file = JSON.parse(readFileSync(process.argv[2] ?? VECTORS, 'utf8'));
const keys = file.keys.map(keyOf);
const records = new Map(file.records.map((r) => [r.name, { dekId: bytes(r.dekId), dek: bytes(r.dek) }]));
const sealed = new Map();
let failures = 0;
let checks = 0;

function expect(condition, name, what) {
  checks++;
  if (condition) return;
  failures++;
  console.error(`failed: ${name}: ${what}`);
}

function refusalOf(action) {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof EnvelopeError) return error;
    throw error;
  }
}

const agrees = (prefix, vector, data) => vector[prefix] !== undefined
  ? data.toString('hex') === vector[prefix]
  : data.length === vector[`${prefix}Length`]
    && createHash('sha256').update(data).digest('hex') === vector[`${prefix}Sha256`];

function expectRefusal(vector, action) {
  const refusal = refusalOf(action);
  expect(refusal?.kind === vector.class, vector.name, `refused as ${refusal?.kind}, not as ${vector.class}`);
  expect(refusal?.fault === vector.fault, vector.name, `refused for ${refusal?.fault}, not for ${vector.fault}`);
  const offset = vector.offset ?? refusal?.offset;
  expect(refusal?.offset === offset, vector.name, `refused at ${refusal?.offset}, not at ${offset}`);
}

function expectOpens(vector, envelope, options) {
  const plaintext = plaintextOf(vector.plaintext);
  expect(open(envelope, options).equals(plaintext), vector.name, 'another plaintext');
  const from = Math.floor(plaintext.length / 3);
  const length = Math.min(20_000, plaintext.length - from);
  const part = openRange(envelope, options, from, length);
  expect(part.equals(plaintext.subarray(from, from + length)), vector.name, 'another part');
}

for (const vector of file.contexts) {
  expect(vector.typed === vector.pairs.every(([name]) => isContextName(name)), vector.name, 'typed');
  if (vector.refused !== undefined) {
    expect(refusalOf(() => contextEncode(vector.pairs))?.kind === 'argument', vector.name, 'not refused');
    continue;
  }
  expect(contextEncode(vector.pairs).toString('hex') === vector.encoded, vector.name, 'another encoding');
  expect(contextEncode([...vector.pairs].reverse()).toString('hex') === vector.encoded, vector.name, 'order matters');
}

for (const vector of file.envelopes) {
  const { context } = vector;
  const stanzas = vector.stanzas.map(stanzaOf);
  const dekId = bytes(vector.dekId);
  const envelope = seal({
    dek: bytes(vector.dek), dekId, salt: bytes(vector.salt), context, plaintext: plaintextOf(vector.plaintext), stanzas,
  });
  sealed.set(vector.name, envelope);
  expect(agrees('envelope', vector, envelope), vector.name, 'sealed into other bytes');
  const header = describe(envelope);
  expect(!header.detached && header.dekId.equals(dekId), vector.name, 'another preamble');
  expect(isDeepStrictEqual(header.stanzas, stanzas), vector.name, 'other stanzas');
  expectOpens(vector, envelope, { keys, context });
  for (const { alg, uri, version, wrapped } of stanzas.filter((s) => s.alg === 'A256KW')) {
    const kek = keys.find((k) => k.alg === alg && k.uri === uri && k.version === version);
    const wrap = createCipheriv('id-aes256-wrap', kek.key, Buffer.alloc(8, 0xa6));
    const theirs = Buffer.concat([wrap.update(bytes(vector.dek)), wrap.final()]);
    expect(theirs.equals(wrapA256Kw(kek.key, bytes(vector.dek))), vector.name, 'OpenSSL wraps otherwise');
  }
}

for (const vector of file.records) {
  const made = keyRecordCreate({ ...vector, dek: bytes(vector.dek), dekId: bytes(vector.dekId),
    stanzas: vector.stanzas.map(stanzaOf) });
  expect(agrees('record', vector, made), vector.name, 'another record');
  const read = keyRecordDescribe(made);
  expect(read.createdAt === BigInt(vector.createdAt) && read.scope === vector.scope, vector.name,
    'another description');
  expect(keyRecordRead(made, keys).dek.toString('hex') === vector.dek, vector.name, 'another data key');
}

for (const vector of file.detached) {
  const key = records.get(vector.record);
  const { context } = vector;
  const envelope = seal({ ...key, salt: bytes(vector.salt), context, plaintext: plaintextOf(vector.plaintext) });
  sealed.set(vector.name, envelope);
  expect(agrees('envelope', vector, envelope), vector.name, 'sealed into other bytes');
  expect(describe(envelope).detached, vector.name, 'not detached');
  expectOpens(vector, envelope, { dataKeys: [key], context });
}

for (const vector of file.invalid) {
  const data = vector.data !== undefined ? bytes(vector.data) : edit(sealed.get(vector.of), vector.edits);
  const options = {
    keys: vector.allowed === undefined ? keys : keys.filter((k) => vector.allowed.includes(k.id)),
    dataKeys: (vector.records ?? []).map((name) => records.get(name)),
    context: vector.context,
  };
  expectRefusal(vector, () => open(data, options));
}

for (const vector of file.invalidRecords) expectRefusal(vector, () => keyRecordRead(bytes(vector.data), keys));

console.log(`${checks - failures}/${checks} checks`);
process.exit(failures === 0 ? 0 : 1);
