import { getRouteApi } from '@tanstack/react-router';
import type { ShopSearch } from './shop-search.js';

const route = getRouteApi('/shell/shop');

/** The list's search as its address says it, and the way to another address. */
export function useShopSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = (next: ShopSearch, how: { replace?: boolean; stay?: boolean } = {}) =>
    void navigate({ search: next, replace: how.replace ?? false, resetScroll: !(how.stay ?? false) });
  return { search, goTo };
}
