import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useQuery } from 'urql';
import { useTexts } from '../i18n/i18n-context.js';
import { classes } from '../ui/classes.js';
import { SuggestionsQuery } from './search-box.query.js';
import { SearchSuggestions } from './search-suggestions.js';
import { shellTexts } from './shell.texts.js';
import { useSettled } from './use-settled.js';

type Props = {
  /** What the page is already a search for. */
  initial?: string;
  className?: string;
};

/** Search with suggestions: arrows choose, Enter goes there, Escape closes. */
export function SearchBox({ initial = '', className }: Props) {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const asked = useSettled(text.trim(), 150);
  const [{ data }] = useQuery({
    query: SuggestionsQuery,
    variables: { text: asked },
    pause: !open || asked === '',
  });
  const found = open && text.trim() !== '' ? (data?.suggestions ?? []) : [];

  const search = () => {
    setOpen(false);
    const q = text.trim();
    void navigate({ to: '/shop', search: q ? { q } : {} });
  };
  const goTo = (place: number) => {
    const product = found[place];
    if (!product) return search();
    setOpen(false);
    setText('');
    void navigate({ to: '/products/$slug', params: { slug: product.slug } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setChosen(chosen >= last ? -1 : chosen + 1);
    else if (event.key === 'ArrowUp') setChosen(chosen < 0 ? last : chosen - 1);
    else if (event.key === 'Enter') goTo(chosen);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <search
      className={classes('relative', className)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <div className="flex h-11 items-center gap-2 border-b border-rule text-small has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <Search aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.5} />
        <input
          type="search"
          role="combobox"
          enterKeyHint="search"
          autoComplete="off"
          aria-label={t.searchLabel}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen >= 0 && found[chosen] ? `${id}-${chosen}` : undefined}
          placeholder={t.search}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 outline-none max-md:text-body [&::-webkit-search-cancel-button]:hidden"
        />
      </div>
      {found.length > 0 && (
        <SearchSuggestions id={id} text={text.trim()} products={found} chosen={chosen} onChoose={goTo} />
      )}
    </search>
  );
}
