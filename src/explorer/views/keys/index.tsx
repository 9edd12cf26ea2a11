/** Keys: who may do what, and for how long. A secret is shown when it is made, and never again. */
import { useState } from 'preact/hooks';
import type { Key, MadeKey } from '../../../client/index.js';
import { carryOut, useAnswer } from '../../archive.js';
import { formatCount, formatInstant, messages } from '../../messages/index.js';
import { Confirm } from '../../parts/desk/confirm.js';
import { Frame } from '../../parts/desk/frame.js';
import { Problem } from '../../parts/desk/problem.js';
import { Secret } from '../../parts/desk/secret.js';
import { deskWords } from '../../parts/desk/words.js';
import { useWork } from '../../parts/desk/work.js';
import { type Act, act } from '../../query/act.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { key } from '../../settings.js';
import { KeyRequestForm } from './request-form.js';
import { keyWords } from './words.js';

const graces = [86_400, 3_600, 604_800, 0] as const;
type Grace = (typeof graces)[number];

export default function Keys() {
  const words = keyWords.value;
  const asked = question('listKeys', {});
  const { answer, error } = useAnswer(key.value === '' ? null : asked);
  const work = useWork();
  const [made, setMade] = useState<MadeKey>();
  const [grace, setGrace] = useState<Grace>(86_400);
  const failed = work.error ?? error;
  const make = async (act: Act<'createKey'> | Act<'rotateKey'>) => {
    const answer = await work.run(carryOut<'createKey' | 'rotateKey'>(act));
    if (answer !== undefined) setMade(answer);
    return answer !== undefined;
  };
  // The keys that can be used stand first, the newest above.
  const keys = [...(answer?.data ?? [])].reverse().sort((a, b) => Number(b.isLive) - Number(a.isLive));
  const example = keys[0]?.id ?? '…';
  return (
    <Frame title={words.list} tool="keys">
      {failed !== undefined && <Problem error={failed} />}
      {made !== undefined && (
        <Secret key={made.secret} name={made.name} secret={made.secret} onPutAway={() => setMade(undefined)}>
          <button
            type="button"
            class="button"
            onClick={() => {
              key.value = made.secret;
            }}
          >
            {words.use}
          </button>
        </Secret>
      )}
      <KeyRequestForm isWorking={work.isWorking} onCreate={(body) => make(act('createKey', { body }))} />
      <section>
        <header class="list-head">
          <h2>{words.list}</h2>
          <label>
            {words.grace}{' '}
            <select value={grace} onChange={(event) => setGrace(Number(event.currentTarget.value) as Grace)}>
              {graces.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {words.graces[seconds]}
                </option>
              ))}
            </select>
          </label>
        </header>
        {answer === undefined && error === undefined && <p class="loading">{messages.value.loading}</p>}
        <ul class="records">
          {keys.map((each) => (
            <KeyRow
              key={each.id}
              stored={each}
              isWorking={work.isWorking}
              onRotate={() => void make(act('rotateKey', { id: each.id, body: { graceSeconds: grace } }))}
              onRevoke={() => void work.run(carryOut(act('revokeKey', { id: each.id })))}
            />
          ))}
        </ul>
      </section>
      <QueryPanel
        questions={[asked]}
        acts={[
          act('createKey', { body: { name: '云岭日报', scopes: ['ingest'], sources: ['云岭日报'] } }),
          act('rotateKey', { id: example, body: { graceSeconds: grace } }),
          act('revokeKey', { id: example }),
        ]}
      />
    </Frame>
  );
}

interface RowProps {
  stored: Key;
  isWorking: boolean;
  onRotate: () => void;
  onRevoke: () => void;
}

function KeyRow({ stored, isWorking, onRotate, onRevoke }: RowProps) {
  const words = keyWords.value;
  const { id, name, scopes, sections, sources, rateLimit, createdAt, expiresAt, revokedAt, lastUsedAt, secrets } =
    stored;
  const state = stored.isLive ? 'live' : revokedAt === null ? 'expired' : 'revoked';
  const isOwn = key.value.startsWith(`bk_${id}_`);
  const old = secrets.find((secret) => secret.expiresAt !== null)?.expiresAt;
  const { sections: inSections, sources: ofSources } = deskWords.value;
  const facts = [
    words.created(formatInstant(createdAt)),
    expiresAt === null ? words.forever : words.until(formatInstant(expiresAt)),
    lastUsedAt === null ? words.neverUsed : words.lastUsed(formatInstant(lastUsedAt)),
    sections.length > 0 && `${inSections} ${sections.join('、')}`,
    sources.length > 0 && `${ofSources} ${sources.join('、')}`,
    rateLimit !== null && words.limit(formatCount(rateLimit)),
    stored.isLive && old != null && words.oldSecret(formatInstant(old)),
  ].filter((fact) => fact !== false);
  return (
    <li class={stored.isLive ? '' : 'over'}>
      <p class="what">
        <strong lang="zh-CN">{name}</strong> <code>bk_{id}</code> <span>{scopes.join(' · ')}</span>{' '}
        <span class={`state-${state}`}>{words.state[state]}</span> {isOwn && <em>{words.own}</em>}
      </p>
      <p class="state">{facts.join(' · ')}</p>
      {stored.isLive && (
        <p class="actions">
          <button
            type="button"
            class="button"
            disabled={isWorking}
            aria-label={`${words.rotate}：${name}`}
            onClick={onRotate}
          >
            {words.rotate}
          </button>
          <Confirm name={words.revoke} of={name} disabled={isWorking} onConfirm={onRevoke} />
        </p>
      )}
    </li>
  );
}
