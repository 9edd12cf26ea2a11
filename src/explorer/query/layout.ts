/** How a GraphQL query is laid out to be read: what fits stands on one line, what does not on several. Pure. */

/** Characters of a line. */
const WIDTH = 88;

interface Field {
  text: string;
  children: Field[];
}

/** Lays out the selection of a query; strings in it may hold anything. */
export function layOutQuery(selection: string): string {
  const tokens = selection.match(/"(?:[^"\\]|\\.)*"|\([^)"]*(?:"(?:[^"\\]|\\.)*"[^)"]*)*\)|[{}]|[^\s{}()"]+/g) ?? [];
  let at = 0;
  const read = (): Field[] => {
    const fields: Field[] = [];
    for (; at < tokens.length; at += 1) {
      const token = tokens[at] ?? '';
      const last = fields.at(-1);
      if (token === '}') return fields;
      if (token === '{') {
        at += 1;
        if (last) last.children = read();
      } else if (last && (token.startsWith('(') || /(?:^\.\.\.|\bon|:)$/.test(last.text))) {
        last.text += token.startsWith('(') ? token : ` ${token}`;
      } else fields.push({ text: token, children: [] });
    }
    return fields;
  };
  return ['{', ...read().map((field) => write(field, '  ')), '}'].join('\n');
}

const flatten = ({ text, children }: Field): string =>
  children.length === 0 ? text : `${text} { ${children.map(flatten).join(' ')} }`;

function write(field: Field, indent: string): string {
  const flat = indent + flatten(field);
  if (flat.length <= WIDTH || field.children.length === 0) return flat;
  const deeper = `${indent}  `;
  const lines: string[] = [];
  // Fields without a selection share lines, as words do.
  for (const child of field.children) {
    const line = lines.at(-1);
    const joined = `${line} ${child.text}`;
    const isPlain = child.children.length === 0;
    if (isPlain && line !== undefined && !/[{}]/.test(line) && joined.length <= WIDTH) lines[lines.length - 1] = joined;
    else lines.push(isPlain ? deeper + child.text : write(child, deeper));
  }
  return [`${indent}${field.text} {`, ...lines, `${indent}}`].join('\n');
}
