/** What is known of a field, or of the boxes of one, as values: DOM on one side (collect.ts), judgement on the other. */
export interface Traits {
  readonly type: string;
  /** The words of `autocomplete`. */
  readonly autocomplete: string;
  /** Of the whole code; 0 where the page says none. */
  readonly maxLength: number;
  /** By type, inputmode or pattern. */
  readonly isNumeric: boolean;
  /** How many inputs the code is spread over. */
  readonly boxes: number;
  /** Of id, name and the like (identifiers.ts). */
  readonly names: string;
  /** Of the class. */
  readonly classes: string;
  /** Of the form and what is closest around the field. */
  readonly places: string;
  /** Label, placeholder, title: what the field is called, folded, a line each. */
  readonly label: string;
  /** Of what describes the field, and the text around it, without headings, and what is offered. */
  readonly hint: string;
  readonly before: string;
  readonly after: string;
  readonly headings: string;
  /** Links, buttons, choices that are not taken. */
  readonly offers: string;
  /** Of what can be clicked. */
  readonly offerNames: string;
  readonly title: string;
  /** Other fields that a person types into, in the same form. */
  readonly others: number;
  readonly hasCaptcha: boolean;
  readonly hasContact: boolean;
  readonly hasPassword: boolean;
  readonly purpose: FormPurpose | undefined;
}

/** What a form does besides signing in: an app's code is not wanted there. */
export type FormPurpose = 'sign-up' | 'payment';
