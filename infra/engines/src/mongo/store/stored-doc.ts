/** A kept document. Its bytes are never changed, only replaced as a whole: a cursor may hold on to them. */
export interface StoredDoc {
  bytes: Buffer;
  /** Order of insertion; it also tells equal index keys apart. */
  readonly sequence: number;
}
