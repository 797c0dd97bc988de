import { illegalArgument, invalidRequest } from '../errors.js';
import type { Expectation } from '../index/write-decision.js';

/** The members of a request that say what a writer relies on, as they came. */
export interface Conditions {
  readonly version: number | undefined;
  readonly versionType: string | undefined;
  readonly ifSeqNo: number | undefined;
  readonly ifPrimaryTerm: number | undefined;
}

/** Makes one expectation of the conditions; refuses combinations that contradict each other. */
export function readExpectation(creates: boolean, conditions: Conditions): Expectation {
  const { version, versionType = 'internal', ifSeqNo, ifPrimaryTerm } = conditions;
  const external = versionType === 'external' || versionType === 'external_gte';
  if (!external && versionType !== 'internal')
    throw illegalArgument(`No version type match [${versionType}]`);
  if ((ifSeqNo === undefined) !== (ifPrimaryTerm === undefined))
    throw invalidRequest(
      ifSeqNo === undefined
        ? 'ifPrimaryTerm is set, but ifSeqNo is not'
        : 'ifSeqNo is set, but primary term is [0]',
    );
  if (!external && version !== undefined)
    throw invalidRequest(
      'internal versioning can not be used for optimistic concurrency control. Please use `if_seq_no` and `if_primary_term` instead',
    );
  if (external) {
    if (version === undefined || version < 0)
      throw invalidRequest(
        `illegal version value [${version ?? -3}] for version type [${versionType.toUpperCase()}]`,
      );
    if (creates)
      throw invalidRequest(`create operations only support internal versioning. use index instead`);
    if (ifSeqNo !== undefined) throw invalidRequest('compare and write operations can not use versioning');
    return { by: 'external', version, orEqual: versionType === 'external_gte' };
  }
  if (creates) {
    if (ifSeqNo !== undefined)
      throw invalidRequest('create operations do not support compare and set. use index instead');
    return { by: 'absence' };
  }
  if (ifSeqNo === undefined || ifPrimaryTerm === undefined) return { by: 'nothing' };
  return { by: 'seq_no', seqNo: ifSeqNo, primaryTerm: ifPrimaryTerm };
}
