/** The start of the explorer: it is put into the page, and links are followed inside it. */
import './style/tokens.css';
import './style/base.css';
import { render } from 'preact';
import { App } from './app.js';
import { followLinks } from './location.js';

followLinks();
const root = document.getElementById('app');
if (root !== null) render(<App />, root);
