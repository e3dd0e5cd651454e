#!/usr/bin/env node
// Writes the data of the catalogues anew from the exports of roles and operations. Node.js 20, standard modules only.
// Usage: node eng/make-catalogue.mjs [folder of the vectors, with rbac/]

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const VECTORS = process.argv[2] ?? process.env.AMLSEC_VECTORS ?? join(ROOT, '..', 'shared', 'data');
const TARGET = join(ROOT, 'src', 'AmlSecurity.Domain', 'Authorization', 'Catalogue');
const INDENT = ' '.repeat(8);
const WIDTH = 120 - INDENT.length;
const PROVIDER = 'Microsoft.MachineLearningServices/';

const NAMES = [
  'Owner', 'Contributor', 'Reader', 'User Access Administrator', 'Role Based Access Control Administrator',
  'AcrPull', 'AcrPush', 'Managed Identity Contributor', 'Managed Identity Operator',
];
const FAMILIES = ['AzureML ', 'Azure Machine Learning ', 'Key Vault ', 'Storage Blob Data '];

const read = (name) => JSON.parse(readFileSync(join(VECTORS, 'rbac', name), 'utf8'));

/** Orders as RFC 8785 does; empty members and the type, which is the same for all, are left out. */
function compact(value) {
  if (Array.isArray(value)) {
    return value.map(compact);
  }

  return value === null || typeof value !== 'object' ? value : Object.fromEntries(Object.keys(value).sort()
    .filter((key) => key !== 'type' && value[key] !== null && value[key].length !== 0)
    .map((key) => [key, compact(value[key])]));
}

const escaped = (text) => JSON.stringify(text)
  .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The parts of a document between which a line may break. */
function* parts(value, after = '') {
  if (Array.isArray(value)) {
    yield* joined(value.map((element) => [element, '']), '[', `]${after}`);
  } else if (typeof value === 'object') {
    yield* joined(Object.entries(value).map(([key, member]) => [member, `"${key}":`]), '{', `}${after}`);
  } else {
    yield escaped(value) + after;
  }
}

function* joined(elements, open, close) {
  let before = open;
  for (const [at, [element, key]] of elements.entries()) {
    const inner = [...parts(element)];
    inner[0] = before + key + inner[0];
    inner[inner.length - 1] += at === elements.length - 1 ? close : ',';
    before = '';
    yield* inner;
  }
}

/** Fills lines. A text longer than a line is cut between two literals, and each cut is a line of its own. */
function lines(role) {
  const filled = [''];
  const seam = '"""u8 + """';
  for (let part of parts(role)) {
    if (filled.at(-1).length + part.length > WIDTH && filled.at(-1) !== '') {
      filled.push('');
    }

    while (part.length > WIDTH) {
      // Before a blank, so that no line ends in one.
      const cut = part.lastIndexOf(' ', WIDTH);
      filled[filled.length - 1] += part.slice(0, cut);
      filled.push(seam, '');
      part = part.slice(cut);
    }

    filled[filled.length - 1] += part;
  }

  return filled;
}

function write(name, summary, remarks, body) {
  writeFileSync(join(TARGET, `${name}.cs`), [
    '// Made by eng/make-catalogue.mjs; a test holds it against the exports.',
    'namespace AmlSecurity.Domain.Authorization.Catalogue;',
    '',
    `/// <summary>${summary}</summary>`,
    `/// <remarks>${remarks}</remarks>`,
    `internal static class ${name}`,
    '{',
    '    public static ReadOnlySpan<byte> Utf8 =>',
    `${INDENT}"""`,
    ...body.map((line) => INDENT + line),
    `${INDENT}"""u8;`,
    '}',
    '',
  ].join('\n'));
}

const roles = read('builtin-roles.json')
  .filter(({ roleName }) => NAMES.includes(roleName) || FAMILIES.some((family) => roleName.startsWith(family)))
  .map(compact);
if (roles.filter(({ roleName }) => NAMES.includes(roleName)).length !== NAMES.length) {
  throw new Error('a role of the catalogue is not in the export');
}

const document = roles.map(lines);
document.forEach((role, at) => {
  role[0] = (at === 0 ? '[' : '') + role[0];
  role[role.length - 1] += at === document.length - 1 ? ']' : ',';
});
write(
  'BuiltInRoleDocument',
  'The built-in roles of the catalogue as Azure exports them, in the flat shape.',
  'The copy of 2026-08-22, without empty members.',
  document.flat());

const operations = read('ml-operations.json').control.map(({ name }) => name);
if (operations.some((name) => !name.startsWith(PROVIDER))) {
  throw new Error('an operation is of another provider');
}

write(
  'MlOperationDocument',
  'The operations of the provider, one a line, without its name.',
  'Collected from three public sources; see <see cref="MlOperationCatalogue"/>.',
  operations.map((name) => name.slice(PROVIDER.length)));
