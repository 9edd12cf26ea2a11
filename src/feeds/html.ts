/** Bodies as HTML: a few plain elements, everything in them escaped. */
import type { Block } from '../domain/article.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML, inside elements and attributes alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);

const element = (name: string, text: string) => `<${name}>${escapeHtml(text)}</${name}>`;

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return element(`h${block.level}`, block.text);
    case 'paragraph':
      return element('p', block.text);
    case 'list': {
      const items = block.items.map((item) => element('li', item)).join('');
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'image': {
      // An address that is not of the web would be a script or a file of the reader's.
      if (!/^https?:\/\//i.test(block.url)) return block.caption === null ? '' : element('p', block.caption);
      const caption = block.caption === null ? '' : element('figcaption', block.caption);
      return `<figure><img src="${escapeHtml(block.url)}" alt="${escapeHtml(block.alt ?? '')}">${caption}</figure>`;
    }
    case 'table': {
      const caption = block.caption === null ? '' : element('caption', block.caption);
      const rows = block.rows.map((cells) => `<tr>${cells.map((cell) => element('td', cell)).join('')}</tr>`).join('');
      return `<table>${caption}${rows}</table>`;
    }
  }
}

/** A whole article: subtitle and lead, then its blocks. */
export function renderArticle(article: {
  subtitle: string | null;
  lead: string | null;
  body: readonly Block[];
}): string {
  const { subtitle, lead, body } = article;
  return [
    ...(subtitle === null ? [] : [element('p', subtitle)]),
    ...(lead === null ? [] : [`<p><strong>${escapeHtml(lead)}</strong></p>`]),
    ...body.map(renderBlock),
  ].join('\n');
}
