/** A webhook in words: where it posts to, what it is told of, and how it fares. */
import type { Webhook } from '../../../client/index.js';
import { formatInstant } from '../../messages/index.js';
import { webhookWords } from './webhook-words.js';
import { deskWords } from './words.js';

export function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const words = webhookWords.value;
  const { url, description, events, sections, sources, createdAt, failingSince, pausedAt, pauseReason } = webhook;
  const isActive = pausedAt === null;
  const facts = [
    events.map((event) => words.eventNames[event]).join('、'),
    sections.length > 0 && `${deskWords.value.sections} ${sections.join('、')}`,
    sources.length > 0 && `${deskWords.value.sources} ${sources.join('、')}`,
    words.created(formatInstant(createdAt)),
    failingSince !== null && words.failing(formatInstant(failingSince)),
  ].filter((fact) => fact !== false);
  return (
    <div>
      <p class="what">
        <strong class="url" lang="en">
          {url}
        </strong>{' '}
        {description !== '' && <span lang="zh-CN">{description}</span>}{' '}
        <span class={isActive ? 'state-live' : 'state-revoked'}>
          {isActive ? words.active : words.paused[pauseReason ?? 'asked']}
        </span>
      </p>
      <p class="state">{facts.join(' · ')}</p>
    </div>
  );
}
