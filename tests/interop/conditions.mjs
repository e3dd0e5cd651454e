// A second evaluator of conditions, made from docs/conditions.md and not from the C# sources.
// `node conditions.mjs` writes lines for tests/AmlSecurity.Conformance/self-check.jsonl, always the same.

const TOKEN = /\s*(?:('(?:[^']|'')*')|(@?[A-Za-z]+)\s*\[\s*([^\][]+?)\s*\]|(&&|\|\||[(){},!])|([A-Za-z]+)\s*:(?=\s*[A-Za-z])|([-.\w]+))/y;
const KEYWORDS = new Map([['AND', '&&'], ['OR', '||'], ['NOT', '!']]);
const GUID = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (!match) throw new SyntaxError('not a condition');
    const [, quoted, source, name, sign, quantifier, word] = match;
    if (quoted !== undefined) found.push({ kind: 'value', value: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (source !== undefined) found.push({ kind: 'attribute', source: source.replace('@', '').toLowerCase(), name });
    else if (sign !== undefined) found.push({ kind: sign });
    else if (quantifier !== undefined) found.push({ kind: 'quantifier', word: quantifier.toLowerCase() });
    else if (KEYWORDS.has(word.toUpperCase())) found.push({ kind: KEYWORDS.get(word.toUpperCase()) });
    else if (/^(true|false)$/i.test(word)) found.push({ kind: 'value', value: word.toLowerCase() === 'true' });
    else if (GUID.test(word)) found.push({ kind: 'value', value: word });
    else if (/^-?\d+(\.\d+)?$/.test(word)) found.push({ kind: 'value', value: Number(word) });
    else found.push({ kind: 'word', word: word.toLowerCase() });
  }

  return found;
}

const star = (pattern, flags) => new RegExp(`^${pattern.replace(/\\[*?\\]|[\s\S]/g, (c) =>
  c === '*' ? '[\\s\\S]*' : c === '?' ? '[\\s\\S]' : (c.length === 2 ? c[1] : c).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))}$`, flags);

function matchesAction(pattern, action) {
  const [head, tail, more] = pattern.toLowerCase().split('*');
  const name = action.toLowerCase();
  if (more !== undefined) throw new SyntaxError('two stars');
  if (tail === undefined) return head === name;
  if (head === '' && tail === '') return true;
  return (name.startsWith(head) && name.endsWith(tail) && name.length > head.length + tail.length)
    || (head !== '' && tail !== '' && name === head + tail.slice(1));
}

function find(attributes, { source, name }) {
  const marked = /^(.*)<\$key_case_sensitive\$>$/.exec(name);
  const plain = (text) => text.replace(/<\$key_case_sensitive\$>$/, '');
  const key = (text) => plain(text).slice(plain(text).lastIndexOf(':') + 1);
  const named = Object.entries(attributes[source] ?? {})
    .filter(([given]) => plain(given).toLowerCase() === plain(name).toLowerCase())
    .filter(([given]) => !marked || key(given) === key(name));
  return named.length === 1 && named[0][1] !== null ? [named[0][1]].flat() : [];
}

function nanoseconds(text) {
  const match = typeof text === 'string' && MOMENT.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = '', offset] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(at) ? null : BigInt(at) * 1000000n + BigInt(fraction.padEnd(9, '0'));
}

const digits = (value) => typeof value === 'string' && GUID.test(value) ? value.replaceAll('-', '').toLowerCase() : null;
const order = { equals: (a, b) => a === b, lessthan: (a, b) => a < b, lessthanequals: (a, b) => a <= b,
  greaterthan: (a, b) => a > b, greaterthanequals: (a, b) => a >= b };
const text = { equals: (a, b) => a === b, startswith: (a, b) => a.startsWith(b), like: (a, b) => star(b, '').test(a) };
const families = {
  string: { of: (v) => typeof v === 'string' ? v : null, by: text },
  numeric: { of: (v) => typeof v === 'number' ? v : null, by: order },
  datetime: { of: nanoseconds, by: order },
  bool: { of: (v) => typeof v === 'boolean' ? v : null, by: { equals: order.equals } },
  guid: { of: digits, by: { equals: order.equals } },
};

function comparer(word) {
  const match = /^(string|numeric|datetime|bool|guid)(not)?([a-z]+?)(ignorecase)?$/.exec(word);
  const family = match && families[match[1]];
  if (!family || !family.by[match[3]] || (match[4] && match[1] !== 'string')) throw new SyntaxError(word);
  const fold = (value) => match[4] ? value.toUpperCase() : value;
  return (a, b) => {
    const [left, right] = [family.of(a), family.of(b)];
    return left !== null && right !== null && family.by[match[3]](fold(left), fold(right)) !== Boolean(match[2]);
  };
}

const products = {
  foranyofanyvalues: (left, right, is) => left.some((a) => right.some((b) => is(a, b))),
  forallofanyvalues: (left, right, is) => left.every((a) => right.some((b) => is(a, b))),
  foranyofallvalues: (left, right, is) => left.some((a) => right.every((b) => is(a, b))),
  forallofallvalues: (left, right, is) => left.every((a) => right.every((b) => is(a, b))),
};

/** Evaluates a condition. Throws a SyntaxError for a text that is none. */
export function evaluate(condition, action, attributes = {}) {
  const rest = tokens(condition);
  const take = (kind) => rest[0]?.kind === kind ? rest.shift() : null;
  const demand = (kind) => take(kind) ?? (() => { throw new SyntaxError(`no ${kind}`); })();
  const list = () => {
    const values = [];
    demand('{');
    do values.push(demand('value').value); while (take(','));
    demand('}');
    return values;
  };
  const side = () => rest[0]?.kind === 'attribute' ? find(attributes, rest.shift())
    : rest[0]?.kind === '{' ? list() : [demand('value').value];
  const group = (sign, part, join) => {
    let result = part();
    while (take(sign)) result = join(result, part());
    return result;
  };
  const any = () => group('||', all, (a, b) => a || b);
  const all = () => group('&&', part, (a, b) => a && b);
  function part() {
    if (take('!')) return !part();
    if (take('(')) {
      const inner = any();
      demand(')');
      return inner;
    }

    const word = rest[0]?.word;
    if (word === 'actionmatches' && rest.shift()) return list().some((p) => matchesAction(p, action));
    if (word === 'suboperationmatches' && rest.shift()) {
      return list().some((p) => attributes.subOperation !== undefined && star(p, 'i').test(attributes.subOperation));
    }

    if (word === 'exists' && rest.shift()) return find(attributes, demand('attribute')).length > 0;
    const left = side();
    const product = take('quantifier')?.word;
    if (product && !products[product]) throw new SyntaxError(product);
    const is = comparer(demand('word').word);
    const right = side();
    if (left.length === 0 || right.length === 0) return false;
    return product ? products[product](left, right, is) : left.length === 1 && right.length === 1 && is(left[0], right[0]);
  }

  const result = any();
  if (rest.length > 0) throw new SyntaxError('more than a condition');
  return result;
}

const BLOB = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const ASSIGN = 'Microsoft.Authorization/roleAssignments';
const DELEGATE = `((!(ActionMatches{'${ASSIGN}/write'})) OR (@Request[${ASSIGN}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {5e467623-bb1f-42f4-a55d-6e525e11384b, a795c7a0d4a240c1ae25d81f01202912} AND @Request[${ASSIGN}:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'User', 'Group'})) AND ((!(ActionMatches{'${ASSIGN}/delete'})) OR (@Resource[${ASSIGN}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {5e467623-bb1f-42f4-a55d-6e525e11384b}))`;
const TAGGED = `((!(ActionMatches{'${BLOB}/read'} AND NOT SubOperationMatches{'Blob.List'})) OR (@Resource[${BLOB}/tags:Project<$key_case_sensitive$>] StringEquals 'Cascade'))`;
const SENSITIVE = `( ( !(ActionMatches{'${BLOB}/read'}) ) OR ( ( @Resource[${BLOB}/tags:s<$key_case_sensitive$>] StringEquals 'high' AND @Environment[isPrivateLink] BoolEquals true )\n OR @Resource[${BLOB}/tags:s<$key_case_sensitive$>] StringNotEquals 'high' ) )`;
const KEYS = `@Request[${BLOB}/tags&$keys$&] ForAllOfAnyValues:StringEquals {'Project', 'Program'}`;

const CASES = [
  ...['write', 'delete', 'read'].flatMap((verb) => [
    {},
    { request: { [`${ASSIGN}:RoleDefinitionId`]: 'A795C7A0-D4A2-40C1-AE25-D81F01202912', [`${ASSIGN}:PrincipalType`]: 'user' } },
    { request: { [`${ASSIGN}:RoleDefinitionId`]: 'a795c7a0d4a240c1ae25d81f01202912', [`${ASSIGN}:PrincipalType`]: 'ServicePrincipal' } },
    { resource: { [`${ASSIGN}:RoleDefinitionId`]: '5e467623bb1f42f4a55d6e525e11384b' } },
  ].map((attributes) => [DELEGATE, `${ASSIGN}/${verb}`, attributes])),
  ...[{}, { resource: { [`${BLOB}/tags:Project`]: 'Cascade' } }, { resource: { [`${BLOB}/tags:project`]: 'Cascade' } },
    { resource: { [`${BLOB}/tags:Project<$key_case_sensitive$>`]: 'cascade' } }, { subOperation: 'Blob.List' }]
    .map((attributes) => [TAGGED, `${BLOB}/read`, attributes]),
  ...[{}, { resource: { [`${BLOB}/tags:s`]: 'low' } }, { resource: { [`${BLOB}/tags:s`]: 'high' } },
    { resource: { [`${BLOB}/tags:s`]: 'high' }, environment: { isPrivateLink: true } }]
    .map((attributes) => [SENSITIVE, `${BLOB}/read`, attributes]),
  ...[[], ['Project'], ['Project', 'Owner'], 'Program'].map((keys) =>
    [KEYS, `${BLOB}/write`, { request: { [`${BLOB}/tags&$keys$&`]: keys } }]),
  ...["x StringEquals 'ab'", "x StringEqualsIgnoreCase 'AB'", "x StringNotEquals 'AB'", "x StringNotEqualsIgnoreCase 'AB'",
    "x StringStartsWith 'a'", "x StringStartsWith 'A'", "x StringStartsWithIgnoreCase 'A'", "x StringNotStartsWith 'A'",
    "x StringNotStartsWithIgnoreCase 'A'", "x StringLike 'a?'", "x StringLike 'A*'", "x StringLikeIgnoreCase 'A*'",
    "x StringNotLike '?'", "x StringNotLikeIgnoreCase '*B'", "w StringLike 'a\\*b'", "x StringLike 'a\\*b'", "w StringLike 'a?b'",
    'n NumericEquals 10', 'n NumericNotEquals 10', 'n NumericLessThan 10', 'n NumericLessThanEquals 10', 'n NumericGreaterThan -10',
    'n NumericGreaterThanEquals 10.5', "d DateTimeEquals '2022-06-01T02:00:00+02:00'", "d DateTimeNotEquals '2022-06-01T00:00:00.0Z'",
    "d DateTimeLessThan '2022-06-01T00:00:00.0000001Z'", "d DateTimeLessThanEquals '2022-06-01T00:00:00Z'",
    "d DateTimeGreaterThan '2022-05-31T23:59:59Z'", "d DateTimeGreaterThanEquals '2022-06-01T00:00:01Z'", 'b BoolEquals true',
    'b boolequals FALSE', 'b BoolNotEquals false', 'g GuidEquals{49fc33c1886f4b21a00e1d9993234734}',
    "g GuidNotEquals '49fc33c1-886f-4b21-a00e-1d9993234734'", "n StringNotEquals '1'", 'x NumericNotEquals 1', "b StringEquals 'true'",
    "x StringEquals {'ab', 'c'}", "l StringEquals 'red'", "z StringNotEquals 'a'", "l ForAnyOfAnyValues:StringEquals {'blue'}",
    "l ForAllOfAnyValues:StringLike {'r*', 'b*'}", "l ForAllOfAllValues:StringNotEquals {'green', 'red'}",
    "l ForAnyOfAllValues:StringNotEquals {'green', 'red'}", 'z ForAllOfAllValues:NumericLessThan {1}']
    .flatMap((tail) => ['', 'NOT '].map((not) => [`${not}@Resource[a/b:${tail.replace(' ', '] ')}`, 'a/b/read', {
      resource: { 'A/B:x': 'ab', 'a/b:w': 'a*b', 'a/b:n': 10, 'a/b:d': '2022-06-01T00:00:00Z', 'a/b:b': true,
        'a/b:g': '49FC33C1-886F-4B21-A00E-1D9993234734', 'a/b:l': ['red', 'blue'] },
    }])),
  ...["{10, 20} ForAnyOfAllValues:NumericLessThan {15, 18}", "{10, 20} ForAllOfAllValues:NumericLessThan {25, 30}",
    "{10, 20} ForAllOfAllValues:NumericLessThan {15, 25, 30}", "{'red', 'blue'} ForAllOfAnyValues:StringEquals {'red', 'green'}",
    "ActionMatches{'a/*'}", "ActionMatches{'a/*/read'} && !ActionMatches{'x/y'}", "ActionMatches{'*/write'} || ActionMatches{'*'}",
    "true BoolEquals false AND true BoolEquals false OR true BoolEquals true",
    "true BoolEquals true OR true BoolEquals true AND true BoolEquals false",
    "@Principal[p] ForAnyOfAnyValues:StringEquals @Resource[r]", "Exists @Environment[e] and not Exists @Principal[q]"]
    .map((condition) => [condition, 'a/read', { principal: { p: ['x', 'y'] }, resource: { r: 'y' }, environment: { e: 0 } }]),
];

if (process.argv[1]?.endsWith('conditions.mjs')) {
  CASES.forEach(([condition, action, attributes], at) => {
    const request = { id: `condition-${at + 1}`, op: 'condition.evaluate', condition, action, attributes };
    const expected = { id: request.id, ok: { result: evaluate(condition, action, attributes) }, error: null };
    console.log(JSON.stringify({ request, expected }));
  });
}
