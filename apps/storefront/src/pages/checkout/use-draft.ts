import { useState } from 'react';
import { type Draft, loadDraft, saveDraft } from './draft.js';

/** What the shopper has said so far, kept over reloads of the tab. */
export function useDraft() {
  const [draft, setDraft] = useState(loadDraft);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    saveDraft(next);
    setDraft(next);
  };
  return { draft, change };
}
