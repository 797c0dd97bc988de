import { graphql } from '../../graphql/graphql.js';

export const PostReview = graphql(`
  mutation PostReview($input: PostReviewInput!) {
    postReview(input: $input) {
      __typename
      ... on ReviewPosted {
        review {
          id
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);
