import './theme/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { focusNewPages } from './app/focus-page.js';
import { router } from './app/router.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
focusNewPages(router);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
