import { graphql } from '../graphql/graphql.js';

export const SetPreferences = graphql(`
  mutation SetPreferences($locale: String, $currency: Currency) {
    setPreferences(locale: $locale, currency: $currency) {
      id
      locale
      currency
    }
  }
`);
