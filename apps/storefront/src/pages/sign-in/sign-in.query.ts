import { graphql } from '../../graphql/graphql.js';

export const DemoShoppersQuery = graphql(`
  query DemoShoppers {
    demoShoppers {
      name
      email
      password
    }
  }
`);

export const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          id
          locale
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

export const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          id
          locale
        }
      }
      ... on InvalidInput {
        problems {
          path
          message
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      id
      locale
    }
  }
`);
