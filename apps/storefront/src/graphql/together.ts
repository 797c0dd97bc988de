import type { TypedDocumentNode } from '@urql/core';
import type { DocumentNode } from 'graphql';

type Definition = DocumentNode['definitions'][number];
type Selection = Extract<Definition, { kind: 'OperationDefinition' }>['selectionSet']['selections'][number];

/** Under another name, so that it cannot clash with a field of the same name and other arguments. */
function renamed(field: Selection): Selection {
  if (field.kind !== 'Field') return field;
  return { ...field, alias: { ...field.name, value: `also_${field.name.value}` } };
}

function fieldsOf({ definitions }: DocumentNode): readonly Selection[] {
  return definitions.flatMap((one) =>
    one.kind === 'OperationDefinition' ? one.selectionSet.selections : [],
  );
}

/**
 * Asks what `document` asks and, in the same request, what `also` asks, whose operation has neither variables nor
 * fragments. The normalised cache knows the fields of both again, whichever of the two is read from it later.
 */
export function together<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  also: DocumentNode,
): TypedDocumentNode<Data, Variables> {
  const more = fieldsOf(also).map(renamed);
  const definitions = document.definitions.map((one): Definition => {
    if (one.kind !== 'OperationDefinition') return one;
    return {
      ...one,
      selectionSet: { ...one.selectionSet, selections: [...one.selectionSet.selections, ...more] },
    };
  });
  // Only these two: the client notes its key on a document, and this is another one.
  return { kind: document.kind, definitions };
}
