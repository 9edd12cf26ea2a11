/** The search box of the masthead: a combobox that searches as somebody types, and suggests what they may be looking for. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Suggestion } from '../../client/index.js';
import { ask } from '../archive.js';
import { navigate, place } from '../location.js';
import { messages } from '../messages/index.js';
import { toAddress } from '../paths.js';
import { question } from '../query/question.js';
import { Marked } from './marked.js';
import './search-box.css';

/** After the last key, in milliseconds. */
const PAUSE = 180;
const SUGGESTIONS = 8;

/** Where a suggestion leads. */
function addressOf({ type, value }: Suggestion): string {
  switch (type) {
    case 'section':
    case 'source':
      return toAddress('search', {}, { [type]: value });
    case 'organization':
    case 'person':
      return toAddress(type, { name: value });
    case 'title':
      return toAddress('article', { id: value });
  }
}

/** The address of a search for `q`, with the filters that are set. */
function toSearch(q: string): string {
  const query = place.value?.view === 'search' ? place.value.query : {};
  const { sort, ...filters } = query;
  return toAddress('search', {}, { ...filters, ...(sort !== 'relevance' && { sort }), q });
}

export function SearchBox() {
  const words = messages.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const sought = place.value?.view === 'search' ? (place.value.query.q ?? '') : '';
  const [typed, setTyped] = useState(sought);
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isComposing = useRef(false);
  /** What the box has searched for itself, and so need not take over from the address. */
  const own = useRef(sought);

  useEffect(() => {
    if (sought === own.current) return;
    own.current = sought;
    setTyped(sought);
  }, [sought]);

  useEffect(() => {
    setActive(-1);
    if (!isOpen || typed.trim() === '' || isComposing.current) return setSuggestions([]);
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask(question('suggest', { q: typed.trim().slice(0, 100), limit: SUGGESTIONS }), controller.signal).then(
        ({ data }) => setSuggestions(data),
        // Suggestions are a help: whoever types on does without.
        () => undefined,
      );
      if (place.value?.view !== 'search') return;
      own.current = typed.trim();
      navigate(toSearch(own.current), { replace: true });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed, isOpen]);

  const choose = (suggestion: Suggestion) => {
    close();
    setTyped('');
    own.current = '';
    navigate(addressOf(suggestion));
  };
  const close = () => {
    setOpen(false);
    setSuggestions([]);
  };
  const isShown = isOpen && suggestions.length > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const last = suggestions.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Between the last and the first is the box itself.
      setActive((at) => (at + step > last ? -1 : at + step < -1 ? last : at + step));
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      close();
    }
  };

  return (
    <search class="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = suggestions[active];
          if (isShown && chosen !== undefined) return choose(chosen);
          close();
          own.current = typed.trim();
          navigate(toSearch(own.current));
        }}
      >
        <input
          ref={input}
          type="text"
          inputMode="search"
          role="combobox"
          aria-label={words.searchBox}
          aria-expanded={isShown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
          placeholder={words.searchHint}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={400}
          value={typed}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={(event) => {
            isComposing.current = false;
            setTyped(event.currentTarget.value);
          }}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            if (event.currentTarget.value === '' && sought !== '') navigate(toSearch(''), { replace: true });
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
      </form>
      <div id={`${id}-list`} role="listbox" aria-label={words.suggestions} hidden={!isShown}>
        {suggestions.map((suggestion, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the box has the focus and the keys.
          <div
            key={`${suggestion.type} ${suggestion.value}`}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            <span class="kind">{words.suggestionTypes[suggestion.type]}</span>
            <span class="text" lang="zh-CN">
              <Marked text={suggestion.text} marks={suggestion.marks} />
            </span>
            {suggestion.context !== null && <span class="context">{suggestion.context}</span>}
          </div>
        ))}
      </div>
    </search>
  );
}
