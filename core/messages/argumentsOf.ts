/**
 * The values that an ICU message needs, read from its text by the type checker: numbers for `{count, number}`,
 * `{count, plural, …}` and `{count, selectordinal, …}`, strings for `{name}` and `{role, select, …}`.
 */
export type ArgumentsOf<Text extends string> = { readonly [Entry in Found<Text> as Entry[0]]: Entry[1] };

type Argument = readonly [name: string, value: string | number];

/** Goes from brace to brace: one opened in text begins an argument, one opened in an argument begins text. */
type Found<Text extends string, InText extends boolean = true, Seen extends Argument = never> =
  NextBrace<Text> extends [infer Brace, string, infer After extends string]
    ? [InText, Brace] extends [true, '{']
      ? Found<After, false, Seen | ArgumentAt<After>>
      : Found<After, InText extends true ? false : true, Seen>
    : Seen;

/** The first brace of a text, with what is before and after it. */
type NextBrace<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${infer Sooner}}${infer Between}`
    ? ['}', Sooner, `${Between}{${After}`]
    : ['{', Before, After]
  : Text extends `${infer Before}}${infer After}`
    ? ['}', Before, After]
    : 'none';

type ArgumentAt<Text extends string> =
  NextBrace<Text> extends [string, infer Head extends string, string]
    ? Head extends `${infer Name}, ${infer Kind}`
      ? [Name, Kind extends `select,${string}` ? string : number]
      : [Head, string]
    : never;
