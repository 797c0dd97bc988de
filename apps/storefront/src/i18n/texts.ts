import type { Locale } from './locale.js';

interface TextTree {
  readonly [key: string]: string | readonly string[] | ((...values: never[]) => string) | TextTree;
}

/** The shape that a translation has to fill: the same keys, the same parameters. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Translated<T[K]>;
};

export type Texts<T> = Readonly<Record<Locale, Translated<T>>>;

/**
 * The words of one part of the shop in both languages, side by side.
 * A key that one language lacks, or has too many, does not compile.
 */
export function texts<T extends TextTree>(en: T, zh: Translated<NoInfer<T>>): Texts<T> {
  return { en: en as unknown as Translated<T>, zh };
}
