/** What a page of the storefront asks for, as plain documents. */

const CARD = `id slug title brand { label } price { minor currency } priceTo { minor } stock picture { key }
  publishedAt pictures(first: 2) { key } options { key values { key label swatch } }`;

export const LIST_OF_20 = `query ($sort: ProductSort) {
  products(sort: $sort, first: 20) { totalCount pageInfo { hasNextPage endCursor } nodes { ${CARD} } } }`;

export const SEARCH = `query ($search: String!) {
  products(search: $search, sort: RELEVANCE, first: 20) { totalCount suggestion pageInfo { hasNextPage endCursor }
    nodes { ${CARD} }
    facets { departments { key label count } brands { key label count } colours { key label count swatch }
      ratings { key count } price { min { minor currency } max { minor } } inStock } } }`;

export const PRODUCT = `query ($slug: String!) {
  product(slug: $slug) { id slug title summary story department { key label } brand { key label } stock
    facts { label value } options { key label values { key label swatch } }
    variants { sku price { minor currency } pointsToEarn stock left held choice options { option key } picture { key alt } }
    pictures { key alt } rating { average count histogram }
    reviews(first: 4) { pageInfo { hasNextPage endCursor } nodes { id author locale rating title body verified postedAt } } } }`;

export const HISTORY = `{
  orders(first: 20) { pageInfo { hasNextPage endCursor }
    nodes { number state placedAt total { minor currency } payment { state bankReason }
      shipment { state carrier trackingNumber }
      lines { sku slug title choice quantity total { minor currency } picture { key } } } } }`;
