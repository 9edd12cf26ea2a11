/** Imports that go on in the server: begun with a file, watched, and ended. */
import { useEffect, useState } from 'preact/hooks';
import type { ImportJob, ImportResult } from '../../../client/index.js';
import { carryOut, client, lookAgain, useAnswer } from '../../archive.js';
import { formatCount, formatInstant, messages } from '../../messages/index.js';
import { Confirm } from '../../parts/desk/confirm.js';
import { Frame } from '../../parts/desk/frame.js';
import { Problem } from '../../parts/desk/problem.js';
import { deskWords } from '../../parts/desk/words.js';
import { useWork } from '../../parts/desk/work.js';
import { act } from '../../query/act.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { key } from '../../settings.js';
import { jobWords } from './words.js';

/** While something goes on, it is looked at again after so many milliseconds. */
const PAUSE = 1_500;
/** Failures to list of a job. */
const FAILURES = 100;

const isGoingOn = ({ state }: ImportJob) => state === 'queued' || state === 'running';

export default function Jobs() {
  const words = jobWords.value;
  const asked = question('listJobs', {});
  const { answer, error } = useAnswer(key.value === '' ? null : asked);
  const jobs = answer?.data ?? [];
  const work = useWork();
  const failed = work.error ?? error;
  const [file, setFile] = useState<File | null>(null);
  const isWatching = jobs.some(isGoingOn);
  useEffect(() => {
    if (!isWatching) return;
    const timer = setInterval(lookAgain, PAUSE);
    return () => clearInterval(timer);
  }, [isWatching]);
  return (
    <Frame title={words.list} tool="jobs">
      <form
        class="sheet-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== null) void work.run(carryOut(act('importPages', { body: file }))).then(() => setFile(null));
        }}
      >
        <h2>{words.start}</h2>
        <p class="hint">{words.hint}</p>
        <label class="button">
          {file === null ? words.file : `${file.name} (${formatCount(file.size)})`}
          <input
            class="unseen"
            type="file"
            accept=".ndjson,.jsonl,.json,.gz,.zip"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <button type="submit" class="button primary" disabled={file === null || work.isWorking}>
          {words.begin}
        </button>
        <span role="status">{work.isWorking ? deskWords.value.working : ''}</span>
      </form>
      {failed !== undefined && <Problem error={failed} />}
      <section>
        <h2>{words.list}</h2>
        {answer?.data.length === 0 && <p class="nothing">{words.none}</p>}
        {answer === undefined && error === undefined && <p class="loading">{messages.value.loading}</p>}
        <ul class="records">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} onCancel={() => void work.run(carryOut(act('cancelJob', { id: job.id })))} />
          ))}
        </ul>
      </section>
      <QueryPanel
        questions={[asked]}
        acts={[
          act('importPages', { body: file ?? new File([], 'articles.ndjson') }),
          act('cancelJob', { id: jobs[0]?.id ?? 'job_…' }),
        ]}
      />
    </Frame>
  );
}

function JobRow({ job, onCancel }: { job: ImportJob; onCancel: () => void }) {
  const words = jobWords.value;
  const { id, state, bytes, bytesRead, counts, createdAt, error } = job;
  const names = ['created', 'updated', 'unchanged', 'failed', 'skipped'] as const;
  const read = words.progress(formatCount(state === 'done' ? bytes : bytesRead), formatCount(bytes));
  return (
    <li>
      <p class="what">
        <strong>{words.states[state]}</strong> <time dateTime={createdAt}>{formatInstant(createdAt)}</time>{' '}
        <code>{id}</code>
      </p>
      <progress max={Math.max(1, bytes)} value={state === 'done' ? Math.max(1, bytes) : bytesRead} aria-label={read} />
      <p class="state">
        {read} · {names.map((name) => `${words.counts[name]} ${formatCount(counts[name])}`).join(' · ')}
      </p>
      {error !== null && <p lang="en">{error.message}</p>}
      {counts.failed > 0 && <Failures id={id} />}
      {isGoingOn(job) && (
        <p class="actions">
          <Confirm name={words.cancel} of={id} onConfirm={onCancel} />
        </p>
      )}
    </li>
  );
}

/** Reads what became of the pages when somebody wants to know, and lists those that failed. */
function Failures({ id }: { id: string }) {
  const words = jobWords.value;
  const [failures, setFailures] = useState<ImportResult[]>();
  const work = useWork();
  const read = async () => {
    const found: ImportResult[] = [];
    for await (const result of client.value.getJobResults({ id })) {
      if (result.outcome === 'failed') found.push(result);
      if (found.length === FAILURES) break;
    }
    return found;
  };
  if (failures === undefined) {
    return (
      <p>
        <button
          type="button"
          class="plain"
          disabled={work.isWorking}
          onClick={async () => setFailures(await work.run(read()))}
        >
          {words.failures}
        </button>
        {work.error !== undefined && <Problem error={work.error} />}
      </p>
    );
  }
  return (
    <>
      <ul class="failures">
        {failures.map(({ name, error }) => (
          <li key={name}>
            <span lang="zh-CN">{name}</span> <code>{error?.code}</code> <span lang="en">{error?.message}</span>
          </li>
        ))}
      </ul>
      {failures.length === FAILURES && <p class="hint">{words.moreFailures(formatCount(FAILURES))}</p>}
    </>
  );
}
