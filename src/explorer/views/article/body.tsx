/** The body of an article as it was printed, block by block. */
import { useState } from 'preact/hooks';
import type { Block } from '../../../client/index.js';
import { messages } from '../../messages/index.js';
import { toSafeAddress } from './findings.js';
import { placeCells, placeItems } from './placing.js';
import { Text } from './text.js';

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

/** `url` is that of the page: addresses of images may be relative to it. */
export const Body = ({ blocks, url }: { blocks: readonly Block[]; url: string | null }) => (
  <div class="body">
    {blocks.map((block) => (
      <OneBlock key={`${block.type} ${block.span.start}`} block={block} url={url} />
    ))}
  </div>
);

function OneBlock({ block, url }: { block: Block; url: string | null }) {
  switch (block.type) {
    case 'heading': {
      const Heading = `h${block.level}` as 'h2';
      return (
        <Heading>
          <Text part={block.span} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Text part={block.span} />
        </p>
      );
    case 'list':
      return <List block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'image':
      return <Image block={block} url={url} />;
  }
}

function List({ block }: { block: BlockOf<'list'> }) {
  const items = placeItems(block).map((part) => (
    <li key={part.start}>
      <Text part={part} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Table({ block }: { block: BlockOf<'table'> }) {
  const { caption, rows } = placeCells(block);
  const [head = [], ...others] = rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <div class="wide" tabIndex={0}>
      <table>
        {caption !== null && (
          <caption>
            <Text part={caption} />
          </caption>
        )}
        <thead>
          <tr>
            {head.map((part) => (
              <th key={part.start} scope="col">
                <Text part={part} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {others.map((cells) => (
            <tr key={cells[0]?.start}>
              {cells.map((part) => (
                <td key={part.start}>
                  <Text part={part} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** An image in a frame of its own size, so that nothing moves when it comes; one that does not is told about there. */
function Image({ block: { url: given, alt, caption, span }, url }: { block: BlockOf<'image'>; url: string | null }) {
  const words = messages.value;
  const [isMissing, setMissing] = useState(false);
  const address = toSafeAddress(given, url);
  if (address === null) return null;
  // The policy of the page lets no image in that anybody on the way could have changed.
  const isShown = address.startsWith('https:') && !isMissing;
  return (
    <figure>
      <div class="frame">
        {isShown ? (
          <img
            src={address}
            alt={alt ?? caption ?? ''}
            loading="lazy"
            decoding="async"
            onError={() => setMissing(true)}
          />
        ) : (
          <p>
            {isMissing && words.imageMissing}{' '}
            <a href={address} target="_blank" rel="noreferrer">
              {words.viewImage}
            </a>
          </p>
        )}
      </div>
      {caption !== null && (
        <figcaption>
          <Text part={span} />
        </figcaption>
      )}
    </figure>
  );
}
