import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** Operations whose effect happens once for each Idempotency-Key, of both schemas. */
const KEYED = new Set([
  'placeOrder',
  'payOrder',
  'cancelOrder',
  'requestRefund',
  'postReview',
  'adjustStock',
  'changePrice',
  'rebuildView',
  'runAudit',
  'editDeadLetter',
  'replayDeadLetter',
  'replayDeadLetters',
]);

/** The fields an operation asks of its root type, also those inside fragments, in order and with repetitions. */
export function rootFields(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const names: string[] = [];
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      else {
        const fragment = document.definitions.find(
          (d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === selection.name.value,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) visit(fragment.selectionSet);
      }
    }
  };
  visit(operation.selectionSet);
  return names;
}

/** How many keyed operations an operation asks for. */
export const keyedFields = (fields: readonly string[]): number => fields.filter((f) => KEYED.has(f)).length;
