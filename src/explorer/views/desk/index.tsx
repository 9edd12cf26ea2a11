/** The desk: a page is pasted or dropped, what it gives is looked at, and it is taken in. */
import { useState } from 'preact/hooks';
import type { ArticlePreview, StoredArticle } from '../../../client/index.js';
import { carryOut } from '../../archive.js';
import { navigate } from '../../location.js';
import { messages } from '../../messages/index.js';
import { Field } from '../../parts/desk/field.js';
import { Frame } from '../../parts/desk/frame.js';
import { Problem } from '../../parts/desk/problem.js';
import { useWork } from '../../parts/desk/work.js';
import { toAddress } from '../../paths.js';
import { act } from '../../query/act.js';
import { QueryPanel } from '../../query/panel.js';
import { type GivenPage, PageForm } from './page-form.js';
import { Result } from './result.js';
import { pageWords } from './words.js';

/** What is shown as calls before there is a page. */
const example: GivenPage = { body: '', source: '云岭日报' };

export default function Desk() {
  const work = useWork();
  const [given, setGiven] = useState(example);
  const [result, setResult] = useState<ArticlePreview | StoredArticle>();
  const run = (name: 'previewPage' | 'createPage') => async (page: GivenPage) => {
    setGiven(page);
    setResult(undefined);
    setResult(await work.run(carryOut(act(name, page))));
  };
  const store = run('createPage');
  return (
    <Frame title={messages.value.views.desk} tool="desk">
      <PageForm isWorking={work.isWorking} onPreview={run('previewPage')} onImport={store} />
      {work.error !== undefined && <Problem error={work.error} />}
      {result !== undefined && <Result result={result} isWorking={work.isWorking} onImport={() => void store(given)} />}
      <ArticleForm />
      <QueryPanel questions={[]} acts={[act('previewPage', given), act('createPage', given)]} />
    </Frame>
  );
}

/** Leads to the corrections of an article, by its id or its address in the explorer. */
function ArticleForm() {
  const words = pageWords.value;
  const [text, setText] = useState('');
  return (
    <form
      class="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        const id = /^(?:.*\/articles\/)?([^/?#]+)/.exec(text.trim())?.[1];
        if (id !== undefined) navigate(toAddress('correct', { id }));
      }}
    >
      <h2>{words.correctOne}</h2>
      <Field name={words.which} required value={text} onChange={setText} />
      <button type="submit" class="button">
        {words.open}
      </button>
    </form>
  );
}
