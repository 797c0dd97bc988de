import { graphql } from '../graphql/graphql.js';

export const SuggestionsQuery = graphql(`
  query Suggestions($text: String!) {
    suggestions(text: $text) {
      id
      slug
      title
    }
  }
`);
