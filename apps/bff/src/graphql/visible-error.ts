import { isProblem, PROBLEMS, type ProblemType } from '@evenkeel/contracts';
import { GraphQLError, Kind } from 'graphql';
import { type ClientErrorCode, clientError, clientErrorCode } from './client-error.js';

/** Problems of our services that are the client's to solve; all others are our own faults. */
const CODE_OF_PROBLEM: Partial<Record<ProblemType, ClientErrorCode>> = {
  'house.invalid-input': 'BAD_USER_INPUT',
  'house.not-signed-in': 'NO_SESSION',
  'house.forbidden': 'FORBIDDEN',
  'house.not-found': 'NOT_FOUND',
  'house.key-reused': 'IDEMPOTENCY_KEY_REUSED',
  'house.key-in-progress': 'IDEMPOTENCY_KEY_IN_PROGRESS',
};

interface ProblemLike extends Error {
  readonly type: ProblemType;
  readonly data?: Readonly<Record<string, unknown>>;
}

const isAnyProblem = (error: unknown): error is ProblemLike =>
  (Object.keys(PROBLEMS) as ProblemType[]).some((type) => isProblem(error, type));

export interface Shown {
  readonly error: GraphQLError;
  /** True when the truth was kept back and belongs into the log. */
  readonly masked: boolean;
}

/**
 * What the client is told of an error of an execution: what it can do something about stays, our own faults
 * lose their message and keep code, path and trace id.
 */
export function visibleError(error: GraphQLError, traceId: string): Shown {
  const { path, nodes, source, positions } = error;
  const at = { path, nodes, source, positions };
  const origin = rootOf(error);
  if (clientErrorCode(error)) return shown(error.message, error.extensions);
  if (origin instanceof GraphQLError && clientErrorCode(origin)) {
    return shown(origin.message, origin.extensions);
  }
  if (isAnyProblem(origin)) return ofProblem(origin);
  if (origin instanceof GraphQLError && isAboutInput(error, origin))
    return shown(error.message, { code: 'BAD_USER_INPUT' });
  return { ...shown('Something went wrong on our side', { code: 'INTERNAL' }), masked: true };

  function ofProblem(problem: ProblemLike): Shown {
    const code = CODE_OF_PROBLEM[problem.type];
    const { retryAfter } = problem.data ?? {};
    if (code) {
      const { extensions } = clientError(code, '');
      return shown(problem.message, { ...extensions, ...(retryAfter === undefined ? {} : { retryAfter }) });
    }
    if (problem.type === 'house.too-busy') {
      return shown('Many people are here right now; try again', {
        code: 'TOO_BUSY',
        retryAfter: retryAfter ?? 1,
      });
    }
    if (problem.type === 'house.unavailable') {
      const unknown = problem.data?.unknown === true;
      return {
        ...shown('A part of the shop does not answer', { code: 'UNAVAILABLE', unknown }),
        masked: true,
      };
    }
    return { ...shown('Something went wrong on our side', { code: 'INTERNAL' }), masked: true };
  }

  function shown(message: string, extensions: Readonly<Record<string, unknown>>): Shown {
    return {
      error: new GraphQLError(message, { ...at, extensions: { ...extensions, traceId } }),
      masked: false,
    };
  }
}

/**
 * Whether the executor complains of what it was given. Without a path that is a variable of the wrong type; with one it
 * is an argument, since then it points at a value, and at a field when the answer of ours does not fit.
 */
function isAboutInput(error: GraphQLError, origin: GraphQLError): boolean {
  if (!error.path) return true;
  return origin.nodes?.every((node) => node.kind !== Kind.FIELD) ?? false;
}

/** The error that was thrown first, under the wrappings of the executor. */
export function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}
