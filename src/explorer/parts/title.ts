/** The title of the page: that of the view, with the name of the archive. */
import { useEffect } from 'preact/hooks';
import { messages } from '../messages/index.js';

export function useTitle(title: string | undefined): void {
  const { name } = messages.value;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${name}`;
  }, [title, name]);
}
