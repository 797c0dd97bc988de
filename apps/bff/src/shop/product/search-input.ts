import { type Brand, type Department, searchProducts } from '@evenkeel/contracts';
import { clientError } from '../../graphql/client-error.js';
import type { RequestContext } from '../../request/request-context.js';
import type { SearchInput } from '../../shelf/search-desk.js';

interface Filter {
  readonly departments?: readonly string[] | null;
  readonly brands?: readonly string[] | null;
  readonly colours?: readonly string[] | null;
  readonly specs?: readonly { readonly key: string; readonly values: readonly string[] }[] | null;
  readonly priceFrom?: number | null;
  readonly priceTo?: number | null;
  readonly ratingFrom?: number | null;
  readonly inStockOnly?: boolean | null;
}

export interface ProductsArgs {
  readonly search?: string | null;
  readonly filter?: Filter | null;
  readonly sort?: SearchInput['sort'] | null;
  readonly first: number;
  readonly after?: string | null;
}

/** The question to search, in the caller's language and currency. Throws what the client has to change. */
export function searchInput(args: ProductsArgs, facets: boolean, context: RequestContext): SearchInput {
  const filter = args.filter ?? {};
  const input: SearchInput = {
    text: args.search ?? null,
    filter: {
      // Keys that nobody knows are found by the parse below.
      departments: [...(filter.departments ?? [])] as Department[],
      brands: [...(filter.brands ?? [])] as Brand[],
      colours: [...(filter.colours ?? [])],
      specs: Object.fromEntries((filter.specs ?? []).map(({ key, values }) => [key, [...values]])),
      priceFrom: filter.priceFrom ?? null,
      priceTo: filter.priceTo ?? null,
      ratingFrom: filter.ratingFrom ?? null,
      inStockOnly: filter.inStockOnly ?? false,
    },
    sort: args.sort ?? (args.search ? 'relevance' : 'popular'),
    first: args.first,
    after: args.after ?? null,
    facets,
    locale: context.locale,
    currency: context.currency,
  };
  const parsed = searchProducts.input.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw clientError(
      'BAD_USER_INPUT',
      `${issue?.path.join('.') ?? 'products'}: ${issue?.message ?? 'wrong'}`,
    );
  }
  return input;
}
